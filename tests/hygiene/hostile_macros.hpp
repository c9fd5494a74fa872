// SPDX-License-Identifier: MIT
// Macros that real hosts define. Each expands to text that is not valid anywhere in C++, so that any use fails to compile.
#pragma once

// Unreal Engine
#define check(condition) ~~~
#define checkf(condition, ...) ~~~
#define verify(condition) ~~~
#define verifyf(condition, ...) ~~~
#define ensure(condition) ~~~
#define TEXT(text) ~~~
#define PI ~~~
#define UCLASS ~~~

// Windows
#define min(a, b) ~~~
#define max(a, b) ~~~
#define ERROR ~~~
#define DELETE ~~~
#define IN ~~~
#define OUT ~~~
#define OPTIONAL ~~~
#define CONST ~~~
#define VOID ~~~
#define TRUE ~~~
#define FALSE ~~~
#define NO_ERROR ~~~
#define IGNORE ~~~
#define STRICT ~~~
#define small ~~~
#define near ~~~
#define far ~~~
#define interface ~~~
#define pascal ~~~
#define hyper ~~~
#define uuid ~~~
#define GetObject ~~~
#define GetMessage ~~~
#define SendMessage ~~~
#define CreateFile ~~~

// X11
#define None ~~~
#define Always ~~~
#define Status ~~~
#define Bool ~~~
#define True ~~~
#define False ~~~
#define Success ~~~
#define Complex ~~~
#define Above ~~~
#define Below ~~~
#define Unsorted ~~~
#define CursorShape ~~~
#define KeyPress ~~~
#define FocusIn ~~~

// Qt
#define emit ~~~
#define slots ~~~
#define signals ~~~
#define foreach ~~~
#define forever ~~~

// glibc, BSD, newlib
#define major(device) ~~~
#define minor(device) ~~~
#define makedev(a, b) ~~~
#define unix ~~~
#define linux ~~~
#define _N ~~~
#define _B ~~~
#define _X ~~~

// Arduino and other small machines
#define B0 ~~~
#define B1 ~~~
#define abs(x) ~~~
#define round(x) ~~~
#define sq(x) ~~~
#define bit(b) ~~~
#define lowByte(w) ~~~
#define highByte(w) ~~~
#define constrain(x, low, high) ~~~
#define radians(x) ~~~
#define degrees(x) ~~~
#define HIGH ~~~
#define LOW ~~~
#define INPUT ~~~
#define OUTPUT ~~~
#define DEFAULT ~~~
#define F(text) ~~~

// macOS and Objective-C
#define nil ~~~
#define Nil ~~~
#define require(condition, label) ~~~

// curses, term.h
#define lines ~~~
#define columns ~~~
#define newline ~~~
#define tab ~~~
#define stdscr ~~~

// <mbedtls/compat-1.3.h>, <nettle/sha2.h>
#define md5 ~~~
#define sha1 ~~~
#define sha256 ~~~
#define sha256_init ~~~
#define sha256_update ~~~
#define sha256_finish ~~~
#define sha256_digest ~~~
#define base64_encode ~~~
#define base64_decode ~~~

// Tests and logs of hosts
#define CHECK(condition) ~~~
#define ASSERT(condition) ~~~
#define LOG(level) ~~~
#define INFO ~~~
#define WARNING ~~~
#define DEBUG ~~~
#define FAIL ~~~
