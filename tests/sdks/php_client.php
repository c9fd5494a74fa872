<?php
// SPDX-License-Identifier: MIT
// Makes one call with the official PHP SDK: a job as JSON on standard input, the output or the error as JSON on standard output.
// The SDK is found through TENCENTCLOUD_PHP_SDK. Proxy: environment http_proxy and https_proxy. Certificate: php -d curl.cainfo=FILE.
error_reporting(E_ALL & ~E_DEPRECATED);  // the Guzzle that the SDK brings is older than PHP 8
require_once getenv("TENCENTCLOUD_PHP_SDK") . "/TCloudAutoLoader.php";

use TencentCloud\Common\Credential;
use TencentCloud\Common\Exception\TencentCloudSDKException;
use TencentCloud\Common\Profile\ClientProfile;
use TencentCloud\Common\Profile\HttpProfile;

function call($job) {
    $credential = new Credential($job->secret_id, $job->secret_key, $job->token ?: null);
    $profile = new ClientProfile($job->sign_method, new HttpProfile("{$job->scheme}://", $job->endpoint ?: null, $job->method, 20));
    $product = ucfirst($job->service);
    $namespace = "TencentCloud\\$product\\V" . str_replace("-", "", $job->version);
    $client_type = "$namespace\\{$product}Client";
    $input_type = "$namespace\\Models\\{$job->action}Request";
    $input = new $input_type();
    $input->fromJsonString(json_encode($job->parameters));
    return json_decode((new $client_type($credential, $job->region, $profile))->{$job->action}($input)->toJsonString());
}

try {
    $job = json_decode(file_get_contents("php://stdin"));
    $result = $job->is_generic ? ["unsupported" => "the SDK has no client for any action"] : ["output" => call($job)];
} catch (TencentCloudSDKException $error) {
    $result = ["error" => ["code" => $error->getErrorCode(), "message" => "" . $error->getMessage()]];
}
echo json_encode($result), "\n";
