#include <curl/curl.h>

CURLcode create_job(const char* body) {
  CURL* curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://submit.atomyx.io/api/jobs");
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
  curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, "«key:base64url»");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
  const CURLcode result = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return result;
}
