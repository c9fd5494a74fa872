// SPDX-License-Identifier: MIT
// Makes one call with the official C++ SDK: a job as JSON on standard input, the output or the error as JSON on standard output.
// Proxy: environment http_proxy and https_proxy.
#include <tencentcloud/core/CommonClient.h>
#include <tencentcloud/core/Credential.h>
#include <tencentcloud/core/TencentCloud.h>
#include <tencentcloud/core/profile/ClientProfile.h>
#include <tencentcloud/core/utils/rapidjson/document.h>
#include <tencentcloud/core/utils/rapidjson/stringbuffer.h>
#include <tencentcloud/core/utils/rapidjson/writer.h>
#include <tencentcloud/faceid/v20180301/FaceidClient.h>

#include <iostream>
#include <iterator>
#include <string>

namespace {

namespace faceid = TencentCloud::Faceid::V20180301;

std::string text_of(const rapidjson::Value& value) {
    rapidjson::StringBuffer text;
    rapidjson::Writer<rapidjson::StringBuffer> writer(text);
    value.Accept(writer);
    return text.GetString();
}

void print_error(const TencentCloud::Core::Error& error) {
    rapidjson::Document code, message;
    code.SetString(error.GetErrorCode().c_str(), code.GetAllocator());
    message.SetString(error.GetErrorMessage().c_str(), message.GetAllocator());
    std::cout << R"({"error":{"code":)" << text_of(code) << R"(,"message":)" << text_of(message) << "}}\n";
}

template <class Outcome>
void print(Outcome outcome) {
    if (!outcome.IsSuccess()) return print_error(outcome.GetError());
    std::cout << R"({"output":)" << outcome.GetResult().ToJsonString() << "}\n";
}

TencentCloud::ClientProfile profile_of(const rapidjson::Document& job) {
    TencentCloud::HttpProfile http_profile;
    http_profile.SetEndpoint(job["endpoint"].GetString());
    http_profile.SetReqTimeout(20);
    http_profile.SetCaInfo(job["ca_file"].GetString());
    if (job["scheme"] == "http") http_profile.SetProtocol(TencentCloud::HttpProfile::Scheme::HTTP);
    return TencentCloud::ClientProfile(http_profile);
}

void call_generic(const rapidjson::Document& job, const TencentCloud::Credential& credential) {
    TencentCloud::CommonClient client(job["service"].GetString(), job["version"].GetString(), credential, job["region"].GetString(),
                                      profile_of(job));
    auto outcome = client.MakeRequestJson(job["action"].GetString(), text_of(job["parameters"]));
    if (!outcome.IsSuccess()) return print_error(outcome.GetError());
    auto response = outcome.GetResult();
    rapidjson::Document body;
    body.Parse(response.Body(), response.BodySize());
    const auto& output = body["Response"];
    if (output.HasMember("Error")) return print_error({output["Error"]["Code"].GetString(), output["Error"]["Message"].GetString()});
    std::cout << R"({"output":)" << text_of(output) << "}\n";
}

void call_faceid(const rapidjson::Document& job, const TencentCloud::Credential& credential) {
    faceid::FaceidClient client(credential, job["region"].GetString(), profile_of(job));
    const rapidjson::Value& parameters = job["parameters"];
    if (job["action"] == "ApplyLivenessToken") {
        faceid::Model::ApplyLivenessTokenRequest request;
        if (parameters.HasMember("SecureLevel")) request.SetSecureLevel(parameters["SecureLevel"].GetString());
        return print(client.ApplyLivenessToken(request));
    }
    faceid::Model::GetLivenessResultRequest request;
    request.SetSdkToken(parameters["SdkToken"].GetString());
    print(client.GetLivenessResult(request));
}

}  // namespace

int main() {
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    rapidjson::Document job;
    job.Parse(text.c_str());
    const TencentCloud::Credential credential(job["secret_id"].GetString(), job["secret_key"].GetString(), job["token"].GetString());
    TencentCloud::InitAPI();
    if (job["method"] != "POST") {
        std::cout << R"({"unsupported":"the SDK has no GET"})" << "\n";
    } else if (job["sign_method"] != "TC3-HMAC-SHA256") {
        std::cout << R"({"unsupported":"the SDK has no version 1 signatures"})" << "\n";
    } else if (job["is_generic"].GetBool()) {
        call_generic(job, credential);
    } else {
        call_faceid(job, credential);
    }
    TencentCloud::ShutdownAPI();
}
