# SPDX-License-Identifier: MIT
"""Makes one call with the official Python SDK: a job as JSON on standard input, the output or the error as JSON on standard output.

The SDK is found through PYTHONPATH. Proxy: environment http_proxy and https_proxy.
"""

import importlib
import json
import sys

from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.credential import Credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.common.retry import StandardRetryer


def call(job):
    credential = Credential(job["secret_id"], job["secret_key"], job["token"] or None)
    http_profile = HttpProfile(protocol=job["scheme"], endpoint=job["endpoint"] or None, reqMethod=job["method"], reqTimeout=20,
                               certification=job["ca_file"] or None)
    profile = ClientProfile(signMethod=job["sign_method"], httpProfile=http_profile)
    if job["retries"]:
        profile.retryer = StandardRetryer(max_attempts=job["retries"] + 1, backoff_fn=lambda count: 1)
    if job["is_generic"]:
        client = CommonClient(job["service"], job["version"], credential, job["region"], profile)
        return client.call_json(job["action"], job["parameters"])["Response"]
    package = f"tencentcloud.{job['service']}.v{job['version'].replace('-', '')}"
    models = importlib.import_module(f"{package}.models")
    client_type = getattr(importlib.import_module(f"{package}.{job['service']}_client"), f"{job['service'].capitalize()}Client")
    request = getattr(models, f"{job['action']}Request")()
    request.from_json_string(json.dumps(job["parameters"]))
    return json.loads(getattr(client_type(credential, job["region"], profile), job["action"])(request).to_json_string())


try:
    print(json.dumps({"output": call(json.load(sys.stdin))}))
except TencentCloudSDKException as error:
    message = error.message.decode() if isinstance(error.message, bytes) else error.message
    print(json.dumps({"error": {"code": error.code, "message": message}}))
