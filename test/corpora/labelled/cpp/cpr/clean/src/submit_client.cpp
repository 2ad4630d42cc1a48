#include "submit_client.hpp"

#include <cpr/cpr.h>

namespace prepress {

namespace {
constexpr auto kEndpoint = "https://submit.atomyx.io/api/jobs";
constexpr std::string_view kBuildId{"da39a3ee5e6b4b0d3255bfef95601890afd80709"};
}  // namespace

std::string SubmitClient::create_job(const std::string& body) {
  const auto response = cpr::Post(cpr::Url{kEndpoint}, cpr::Body{body}, cpr::Bearer{token_provider_()},
                                  cpr::Header{{"Content-Type", "application/json"}, {"X-Build", std::string{kBuildId}}});
  if (response.status_code != 201) throw SubmitError{response.status_code};
  return response.text;
}

}  // namespace prepress
