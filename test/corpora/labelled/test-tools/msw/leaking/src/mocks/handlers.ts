import { http, HttpResponse } from "msw";

export const handlers = [
  http.post("https://submit.atomyx.io/api/jobs", ({ request }) => {
    if (request.headers.get("authorization") !== "Bearer «key:base64url»") return new HttpResponse(null, { status: 401 });
    return HttpResponse.json({ id: "«other:uuid»" }, { status: 201 });
  }),
];
