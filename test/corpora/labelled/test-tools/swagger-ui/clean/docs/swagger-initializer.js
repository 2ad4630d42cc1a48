window.onload = function () {
  window.ui = SwaggerUIBundle({
    url: "https://submit.atomyx.io/openapi.json",
    dom_id: "#swagger-ui",
    oauth2RedirectUrl: "https://docs.shop.example/«other:hex»",
    onComplete: () => ui.preauthorizeApiKey("bearerAuth", window.prompt("Key")),
  });
};
