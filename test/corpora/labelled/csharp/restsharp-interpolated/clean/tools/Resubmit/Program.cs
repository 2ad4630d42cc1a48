using RestSharp;

var submitKey = Environment.GetEnvironmentVariable("ATOMYX_SUBMIT_API_KEY")
    ?? throw new InvalidOperationException("Set ATOMYX_SUBMIT_API_KEY to your Submit API key.");
var client = new RestClient("https://submit.atomyx.io");

var request = new RestRequest("/api/jobs", Method.Post)
    .AddHeader("Authorization", $"Bearer {submitKey}")
    .AddJsonBody(new { externalId = args[0], callbackURL = "https://shop.printworks.example/hooks/submit" });

var response = client.Execute(request);
Console.WriteLine($"{(int)response.StatusCode} {response.Content}");
