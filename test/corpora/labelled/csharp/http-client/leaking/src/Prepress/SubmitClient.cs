using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Printworks.Prepress;

public sealed class SubmitClient
{
    private const string Token = "«key:base64url»";
    private readonly HttpClient _http;

    public SubmitClient(HttpClient http)
    {
        _http = http;
        _http.BaseAddress = new Uri("https://submit.atomyx.io/api/");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public async Task<Job?> CreateJobAsync(JobRequest job, CancellationToken cancellation = default)
    {
        var response = await _http.PostAsJsonAsync("jobs", job, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Job>(cancellationToken: cancellation);
    }
}
