// SPDX-License-Identifier: MIT
// The macros of Arduino.h of the AVR core, as they are there.
#pragma once

#define PI 3.1415926535897932384626433832795
#define HIGH 0x1
#define LOW 0x0
#define INPUT 0x0
#define OUTPUT 0x1
#define DEFAULT 1
#define EXTERNAL 0
#define DISPLAY 0x1
#define SERIAL 0x0
#define B0 0
#define B1 1
#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))
#define abs(x) ((x) > 0 ? (x) : -(x))
#define constrain(amt, low, high) ((amt) < (low) ? (low) : ((amt) > (high) ? (high) : (amt)))
#define round(x) ((x) >= 0 ? (long)((x) + 0.5) : (long)((x) - 0.5))
#define radians(deg) ((deg) * DEG_TO_RAD)
#define sq(x) ((x) * (x))
#define bit(b) (1UL << (b))
#define bitRead(value, bit) (((value) >> (bit)) & 0x01)
#define lowByte(w) ((unsigned char)((w) & 0xff))
#define highByte(w) ((unsigned char)((w) >> 8))
#define F(string_literal) (string_literal)
#define interrupts() sei()
#define _BV(bit) (1 << (bit))
