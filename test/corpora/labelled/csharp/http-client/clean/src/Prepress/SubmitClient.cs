using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace Printworks.Prepress;

[System.Runtime.InteropServices.Guid("«other:uuid»")]
public sealed class SubmitClient
{
    private readonly HttpClient _http;

    public SubmitClient(HttpClient http, IOptions<SubmitOptions> options)
    {
        _http = http;
        _http.BaseAddress = new Uri("https://submit.atomyx.io/api/");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
    }

    public async Task<Job?> CreateJobAsync(JobRequest job, CancellationToken cancellation = default)
    {
        var response = await _http.PostAsJsonAsync("jobs", job, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Job>(cancellationToken: cancellation);
    }
}
