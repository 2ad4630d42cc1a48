services.AddHttpClient("submit", c =>
{
    c.BaseAddress = new Uri("https://submit.atomyx.io/api/");
    c.DefaultRequestHeaders.Add("Authorization", "Bearer " + configuration["Atomyx:Submit:ApiKey"]);
});
services.AddHttpClient("billing", c =>
{
    c.BaseAddress = new Uri("https://billing.printworks.example/");
    c.DefaultRequestHeaders.Add("Authorization", "Bearer «other:uuid»");
});
