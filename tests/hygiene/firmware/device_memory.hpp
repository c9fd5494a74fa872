// SPDX-License-Identifier: MIT
// The memory of a device, on the stack of main().
#pragma once

#include "inputs.hpp"
#include "program.hpp"

struct device_memory {
    char memory[2048];
    char text[512];

    /// Lifetime: refers to this object.
    environment environment_with_inputs() {
        return {.memory = memory,
                .text = text,
                .now = {inputs::now},
                .profile = {.credential = {inputs::secret_id, inputs::secret_key}, .region = inputs::region, .host = inputs::host},
                .body = inputs::body};
    }
};
