// SPDX-License-Identifier: MIT
// All of tc3 except its adapters and the emulator: a list of includes, from the lowest floor up.
#pragma once

// clang-format off
#include <tc3/requirements.hpp>

#ifndef TC3_REFUSED
#include <tc3/config.hpp>
#include <tc3/fwd.hpp>
#include <tc3/version.hpp>

#include <tc3/core/ascii.hpp>
#include <tc3/core/bit_set.hpp>
#include <tc3/core/bytes.hpp>
#include <tc3/core/character_name.hpp>
#include <tc3/core/constant_time.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/literal.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/secret.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/core/workspace.hpp>
#include <tc3/core/workspace_loan.hpp>
#include <tc3/core/write_lower.hpp>

#include <tc3/encoding/base64.hpp>
#include <tc3/encoding/base64_forms.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/encoding/line_sink.hpp>
#include <tc3/encoding/percent.hpp>
#include <tc3/encoding/printable.hpp>
#include <tc3/encoding/utf16.hpp>
#include <tc3/encoding/utf8.hpp>

#include <tc3/json/big_number.hpp>
#include <tc3/json/decimal.hpp>
#include <tc3/json/double_bits.hpp>
#include <tc3/json/escape.hpp>
#include <tc3/json/nearest_double.hpp>
#include <tc3/json/number.hpp>
#include <tc3/json/plain_run.hpp>
#include <tc3/json/read.hpp>
#include <tc3/json/repair.hpp>
#include <tc3/json/shortest_double.hpp>
#include <tc3/json/string_scan.hpp>
#include <tc3/json/token.hpp>
#include <tc3/json/write.hpp>

#include <tc3/crypto/hash.hpp>
#include <tc3/crypto/hmac.hpp>
#include <tc3/crypto/hmac_wide.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/crypto/sha_256.hpp>
#include <tc3/crypto/sha_256_arm.hpp>
#include <tc3/crypto/sha_256_blocks.hpp>
#include <tc3/crypto/sha_256_portable.hpp>
#include <tc3/crypto/sha_256_small.hpp>
#include <tc3/crypto/sha_256_wide.hpp>
#include <tc3/crypto/sha_256_x86.hpp>

#include <tc3/http/date.hpp>
#include <tc3/http/find_header.hpp>
#include <tc3/http/header.hpp>
#include <tc3/http/header_refs.hpp>
#include <tc3/http/layout.hpp>
#include <tc3/http/message.hpp>
#include <tc3/http/request.hpp>
#include <tc3/http/response.hpp>

#include <tc3/validation/address_rules.hpp>
#include <tc3/validation/character_class.hpp>
#include <tc3/validation/credential_rules.hpp>
#include <tc3/validation/first_error.hpp>
#include <tc3/validation/header_rules.hpp>
#include <tc3/validation/scope_rules.hpp>
#include <tc3/validation/target_rules.hpp>
#include <tc3/validation/text_rule.hpp>

#include <tc3/signing/any_policy.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/signing/canonical_request.hpp>
#include <tc3/signing/credential.hpp>
#include <tc3/signing/credential_signer.hpp>
#include <tc3/signing/day_key.hpp>
#include <tc3/signing/explain.hpp>
#include <tc3/signing/parse_authorization.hpp>
#include <tc3/signing/payload_hash.hpp>
#include <tc3/signing/policy_ref.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/signing/signature.hpp>
#include <tc3/signing/signer.hpp>
#include <tc3/signing/signer_input.hpp>
#include <tc3/signing/signer_ref.hpp>
#include <tc3/signing/signing_key.hpp>
#include <tc3/signing/string_to_sign.hpp>
#include <tc3/signing/verify_authorization.hpp>

#include <tc3/model/action.hpp>
#include <tc3/model/beginning_sink.hpp>
#include <tc3/model/binary.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/box.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/decoder.hpp>
#include <tc3/model/deviation_report.hpp>
#include <tc3/model/draft_encoder.hpp>
#include <tc3/model/encoder.hpp>
#include <tc3/model/field_path.hpp>
#include <tc3/model/fields.hpp>
#include <tc3/model/json_line_sink.hpp>
#include <tc3/model/lenient_reading.hpp>
#include <tc3/model/owning.hpp>
#include <tc3/model/redact.hpp>
#include <tc3/model/server_rules.hpp>
#include <tc3/model/state_ref.hpp>
#include <tc3/model/storage.hpp>
#include <tc3/model/strict_reading.hpp>

#include <tc3/api/body_form.hpp>
#include <tc3/api/client_profile.hpp>
#include <tc3/api/envelope.hpp>
#include <tc3/api/error_code.hpp>
#include <tc3/api/extra_headers.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/failure_members.hpp>
#include <tc3/api/http_response.hpp>
#include <tc3/api/input_ref.hpp>
#include <tc3/api/make_request.hpp>
#include <tc3/api/make_request_into.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/api/query.hpp>
#include <tc3/api/request_builder.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/api/response_date.hpp>
#include <tc3/api/response_options.hpp>
#include <tc3/api/server_time.hpp>
#include <tc3/api/tc3_headers.hpp>

#include <tc3/transport/bounded_message.hpp>
#include <tc3/transport/call.hpp>
#include <tc3/transport/call_async.hpp>
#include <tc3/transport/call_into.hpp>
#include <tc3/transport/call_mistake.hpp>
#include <tc3/transport/completion.hpp>
#include <tc3/transport/concept.hpp>
#include <tc3/transport/streamed_body.hpp>

#include <tc3/faceid/faceid.hpp>
#endif  // TC3_REFUSED
// clang-format on
