#include <curl/curl.h>
#include <cstdlib>

static const char* const kRevision = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

CURLcode create_job(const char* body) {
  CURL* curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://submit.atomyx.io/api/jobs");
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
  curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, std::getenv("ATOMYX_SUBMIT_API_KEY"));
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kRevision);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
  const CURLcode result = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return result;
}
