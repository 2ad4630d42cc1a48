window.onload = function () {
  window.ui = SwaggerUIBundle({
    url: "https://submit.atomyx.io/openapi.json",
    dom_id: "#swagger-ui",
    onComplete: () => ui.preauthorizeApiKey("bearerAuth", "«key:base64url»"),
  });
};
