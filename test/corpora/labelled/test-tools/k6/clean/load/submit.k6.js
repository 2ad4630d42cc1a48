import http from "k6/http";

const params = { headers: { Authorization: `Bearer ${__ENV.SUBMIT_KEY}`, "X-Trace": "«other:hex»" } };

export default function () {
  http.post("https://submit.atomyx.io/api/jobs", JSON.stringify({ externalId: "1" }), params);
}
