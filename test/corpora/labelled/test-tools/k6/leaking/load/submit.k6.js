import http from "k6/http";

const params = { headers: { Authorization: "Bearer «key:hex»" } };

export default function () {
  http.post("https://submit.atomyx.io/api/jobs", JSON.stringify({ externalId: "1" }), params);
}
