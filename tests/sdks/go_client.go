// SPDX-License-Identifier: MIT

// Makes one call with the official Go SDK: a job as JSON on standard input, the output or the error as JSON on standard output.
// Proxy: environment http_proxy and https_proxy. Certificate: environment SSL_CERT_FILE.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/tencentcloud/tencentcloud-sdk-go-intl-en/tencentcloud/common"
	"github.com/tencentcloud/tencentcloud-sdk-go-intl-en/tencentcloud/common/errors"
	tchttp "github.com/tencentcloud/tencentcloud-sdk-go-intl-en/tencentcloud/common/http"
	"github.com/tencentcloud/tencentcloud-sdk-go-intl-en/tencentcloud/common/profile"
	faceid "github.com/tencentcloud/tencentcloud-sdk-go-intl-en/tencentcloud/faceid/v20180301"
)

type job struct {
	Service, Version, Action, Endpoint, Scheme, Method, Region, Token string
	SignMethod                                                        string `json:"sign_method"`
	SecretId                                                          string `json:"secret_id"`
	SecretKey                                                         string `json:"secret_key"`
	IsGeneric                                                         bool   `json:"is_generic"`
	Retries                                                           int
	Parameters                                                        json.RawMessage
}

func profileOf(job job) *profile.ClientProfile {
	clientProfile := profile.NewClientProfile()
	clientProfile.SignMethod = job.SignMethod
	clientProfile.Language = "en-US"
	clientProfile.RateLimitExceededMaxRetries = job.Retries
	clientProfile.RateLimitExceededRetryDuration = profile.ConstantDurationFunc(time.Second)
	clientProfile.HttpProfile.Scheme = job.Scheme
	clientProfile.HttpProfile.Endpoint = job.Endpoint
	clientProfile.HttpProfile.ReqMethod = job.Method
	clientProfile.HttpProfile.ReqTimeout = 20
	return clientProfile
}

// call returns the Response member, as JSON.
func call(job job) (string, error) {
	credential := common.NewTokenCredential(job.SecretId, job.SecretKey, job.Token)
	if job.IsGeneric {
		request := tchttp.NewCommonRequest(job.Service, job.Version, job.Action)
		if err := request.SetActionParameters(string(job.Parameters)); err != nil {
			return "", err
		}
		response := tchttp.NewCommonResponse()
		err := common.NewCommonClient(credential, job.Region, profileOf(job)).Send(request, response)
		return string(response.GetBody()), err
	}
	client, _ := faceid.NewClient(credential, job.Region, profileOf(job))
	if job.Action == "ApplyLivenessToken" {
		request := faceid.NewApplyLivenessTokenRequest()
		if err := request.FromJsonString(string(job.Parameters)); err != nil {
			return "", err
		}
		response, err := client.ApplyLivenessToken(request)
		if err != nil {
			return "", err
		}
		return response.ToJsonString(), nil
	}
	request := faceid.NewGetLivenessResultRequest()
	if err := request.FromJsonString(string(job.Parameters)); err != nil {
		return "", err
	}
	response, err := client.GetLivenessResult(request)
	if err != nil {
		return "", err
	}
	return response.ToJsonString(), nil
}

func print(value interface{}) {
	text, _ := json.Marshal(value)
	fmt.Println(string(text))
}

func main() {
	var job job
	if err := json.NewDecoder(os.Stdin).Decode(&job); err != nil {
		panic(err)
	}
	body, err := call(job)
	if failure, ok := err.(*errors.TencentCloudSDKError); ok {
		print(map[string]interface{}{"error": map[string]string{"code": failure.Code, "message": failure.Message}})
		return
	}
	if err != nil {
		print(map[string]interface{}{"error": map[string]string{"code": "", "message": err.Error()}})
		return
	}
	var envelope struct{ Response json.RawMessage }
	if err := json.Unmarshal([]byte(body), &envelope); err != nil {
		panic(err)
	}
	print(map[string]interface{}{"output": envelope.Response})
}
