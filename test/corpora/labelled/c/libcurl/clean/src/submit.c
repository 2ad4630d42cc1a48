#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

#define SUBMIT_JOBS "https://submit.atomyx.io/api/jobs"
#define PINNED_KEY "sha256//YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE="

int submit_job(const char *json)
{
    char authorization[256];
    struct curl_slist *headers = NULL;
    const char *api_key = getenv("ATOMYX_SUBMIT_API_KEY");
    CURL *curl = curl_easy_init();
    CURLcode result;

    if (!curl || !api_key)
        return -1;
    snprintf(authorization, sizeof authorization, "Authorization: Bearer %s", api_key);
    headers = curl_slist_append(headers, "Content-Type: application/json");
    headers = curl_slist_append(headers, authorization);
    curl_easy_setopt(curl, CURLOPT_URL, SUBMIT_JOBS);
    curl_easy_setopt(curl, CURLOPT_PINNEDPUBLICKEY, PINNED_KEY);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, json);
    result = curl_easy_perform(curl);
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    return result == CURLE_OK ? 0 : -1;
}
