// Direction numbers of a Sobol sequence, of dimensions 2 to 64; dimension 1 needs none.
//
// S. Joe and F. Y. Kuo (2008), Constructing Sobol sequences with better two-dimensional projections, SIAM J.
// Sci. Comput. 30, 2635-2654; the first rows of their file new-joe-kuo-6.21201.
//
// Their licence is of sobol.cc "and the accompanying sets of direction numbers", so here it is:
//
// Copyright (c) 2008, Frances Y. Kuo and Stephen Joe. All rights reserved.
//
// Redistribution and use in source and binary forms, with or without modification, are permitted provided
// that the following conditions are met:
//
//   * Redistributions of source code must retain the above copyright notice, this list of conditions and the
//     following disclaimer.
//   * Redistributions in binary form must reproduce the above copyright notice, this list of conditions and
//     the following disclaimer in the documentation and/or other materials provided with the distribution.
//   * Neither the names of the copyright holders nor the names of the University of New South Wales and the
//     University of Waikato and its contributors may be used to endorse or promote products derived from this
//     software without specific prior written permission.
//
// THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
// INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR
// PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY DIRECT, INDIRECT,
// INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
// SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND
// ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR
// OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH
// DAMAGE.
#pragma once

#include <cstdint>

namespace fivecars::accounting {

// A dimension's primitive polynomial, bit i the coefficient of x^i. In the file's terms 2^s + 2 a + 1, so
// that the degree s is the place of the highest bit.
inline constexpr std::uint16_t sobol_polynomial[63] = {
    3,   7,   11,  13,  19,  25,  37,  41,  47,  55,  59,  61,  67,  91,  97,  103, 109, 115, 131, 137, 143,
    145, 157, 167, 171, 185, 191, 193, 203, 211, 213, 229, 239, 241, 247, 253, 285, 299, 301, 333, 351, 355,
    357, 361, 369, 391, 397, 425, 451, 463, 487, 501, 529, 539, 545, 557, 563, 601, 607, 617, 623, 631, 637};

// A dimension's m_2 to m_s, s - 1 of them (m_1 is 1 everywhere), one dimension after the other. They are odd:
// here is (m - 1) / 2.
inline constexpr std::uint8_t sobol_m[373] = {
    // clang-format off
    // degree 2
    1,
    // degree 3
    1, 0,  0, 0,
    // degree 4
    0, 1, 1,  1, 2, 6,
    // degree 5
    0, 2, 2, 8,  0, 2, 2, 2,  0, 3, 5, 9,  0, 2, 0, 0,  0, 0, 1, 5,  1, 2, 2, 15,
    // degree 6
    1, 1, 4, 3, 24,  0, 0, 7, 10, 10,  1, 0, 6, 13, 24,  0, 0, 7, 3, 2,  1, 0, 7, 6, 12,  0, 2, 2, 9, 30,
    // degree 7
    1, 3, 5, 11, 7, 51,  1, 3, 6, 6, 7, 34,  0, 1, 6, 3, 17, 31,  1, 2, 4, 0, 12, 26,  1, 0, 6, 4, 17, 53,
    1, 0, 2, 13, 30, 15,  0, 2, 5, 9, 20, 30,  1, 2, 1, 1, 6, 34,  0, 3, 6, 0, 9, 0,  1, 3, 2, 6, 9, 29,
    0, 1, 4, 12, 14, 20,  1, 2, 6, 11, 0, 27,  1, 3, 1, 6, 29, 8,  1, 0, 1, 2, 26, 34,  0, 2, 2, 11, 16, 6,
    0, 3, 3, 0, 30, 61,  0, 3, 4, 6, 30, 24,  1, 1, 2, 1, 27, 16,
    // degree 8
    1, 0, 7, 15, 6, 24, 122,  1, 2, 7, 15, 29, 31, 48,  1, 0, 5, 5, 5, 38, 124,  1, 0, 5, 13, 21, 35, 4,
    0, 3, 7, 10, 5, 40, 22,  1, 3, 1, 12, 15, 32, 39,  1, 0, 0, 9, 5, 1, 102,  0, 2, 4, 9, 10, 14, 78,
    1, 3, 5, 0, 16, 44, 92,  1, 1, 1, 7, 4, 39, 35,  1, 3, 5, 7, 19, 59, 13,  0, 1, 0, 5, 15, 48, 112,
    0, 0, 1, 11, 21, 28, 88,  1, 3, 3, 8, 8, 18, 35,  1, 0, 2, 13, 31, 61, 106,  0, 1, 2, 5, 21, 26, 66,
    // degree 9
    1, 2, 2, 14, 8, 23, 86, 239,  1, 1, 5, 1, 0, 54, 4, 34,  0, 0, 2, 8, 19, 11, 2, 171,
    1, 0, 2, 12, 7, 15, 51, 249,  0, 0, 5, 5, 8, 31, 52, 91,  0, 2, 5, 4, 14, 48, 115, 181,
    0, 2, 7, 9, 22, 20, 3, 191,  1, 3, 3, 15, 9, 41, 68, 110,  0, 0, 1, 11, 7, 55, 111, 41,
    0, 2, 6, 15, 7, 27, 12, 80,  0, 1, 6, 12, 23, 19, 43, 128,
    // clang-format on
};

} // namespace fivecars::accounting
