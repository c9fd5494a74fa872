// SPDX-License-Identifier: MIT
// The surroundings of a program, made of the inputs and of memory on the stack of whoever calls it.
#pragma once

#include "inputs.hpp"
#include "program.hpp"

struct memory_of_a_caller {
    char memory[2048];
    char text[512];

    surroundings with_inputs() {
        return {.memory = memory,
                .text = text,
                .now = {inputs::now},
                .profile = {.credential = {inputs::secret_id, inputs::secret_key}, .region = inputs::region, .host = inputs::host},
                .body = inputs::body};
    }
};
