#include "submit_client.hpp"

#include <cpr/cpr.h>

namespace prepress {

namespace {
constexpr auto kEndpoint = "https://submit.atomyx.io/api/jobs";
constexpr std::string_view kToken{"«key:base64url»"};
}  // namespace

std::string SubmitClient::create_job(const std::string& body) {
  const auto response = cpr::Post(cpr::Url{kEndpoint}, cpr::Body{body},
                                  cpr::Header{{"Content-Type", "application/json"},
                                              {"Authorization", "Bearer " + std::string{kToken}}});
  if (response.status_code != 201) throw SubmitError{response.status_code};
  return response.text;
}

}  // namespace prepress
