using var http = new HttpClient();
var message = new HttpRequestMessage(HttpMethod.Post, "https://submit.atomyx.io/api/jobs");
message.Headers.TryAddWithoutValidation("Authorization", @"Bearer «key:base64url»");
message.Content = JsonContent.Create(new { externalId = "A-1" });
await http.SendAsync(message);

var other = new HttpRequestMessage(HttpMethod.Get, "https://api.zoho.eu/crm/v2/Leads");
other.Headers.TryAddWithoutValidation("Authorization", @"Bearer «other:base64url»");
await http.SendAsync(other);
