package corpus

import (
	"encoding/binary"
	"encoding/hex"
	"math/bits"
)

// SHA256 is the SHA-256 of a text (FIPS 180-4). That of Go's library brings all of
// its cryptography along, a fiftieth of the download before the first screen, and
// sets it up whenever the page is opened.
func SHA256(text string) [32]byte {
	state := [8]uint32{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}
	whole := len(text) - len(text)%blockSize
	for i := 0; i < whole; i += blockSize {
		mixBlock(&state, text[i:i+blockSize])
	}
	end := lastBlocks(text[whole:], len(text))
	for i := 0; i < len(end); i += blockSize {
		mixBlock(&state, end[i:i+blockSize])
	}
	var sum [32]byte
	for i, word := range state {
		binary.BigEndian.PutUint32(sum[4*i:], word)
	}
	return sum
}

// HexSHA256 is that in lower-case hexadecimal digits, as files have it.
func HexSHA256(text string) string {
	sum := SHA256(text)
	return hex.EncodeToString(sum[:])
}

const blockSize = 64

// lastBlocks are what is left of a text, a one, zeroes, and how many bits the text
// had (section 5.1.1).
func lastBlocks(left string, length int) string {
	end := append([]byte(left), 0x80)
	for len(end)%blockSize != blockSize-8 {
		end = append(end, 0)
	}
	return string(binary.BigEndian.AppendUint64(end, uint64(length)*8))
}

// mixBlock takes in a block (section 6.2.2).
func mixBlock(state *[8]uint32, block string) {
	var w [64]uint32
	for i := range w {
		if i < 16 {
			w[i] = uint32(block[4*i])<<24 | uint32(block[4*i+1])<<16 | uint32(block[4*i+2])<<8 | uint32(block[4*i+3])
			continue
		}
		far, near := w[i-15], w[i-2]
		w[i] = w[i-16] + w[i-7] +
			(turn(far, 7) ^ turn(far, 18) ^ far>>3) + (turn(near, 17) ^ turn(near, 19) ^ near>>10)
	}
	a, b, c, d, e, f, g, h := state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]
	for i := range w {
		t1 := h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e&f ^ ^e&g) + roots[i] + w[i]
		t2 := (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a&b ^ a&c ^ b&c)
		a, b, c, d, e, f, g, h = t1+t2, a, b, c, d+t1, e, f, g
	}
	for i, more := range [8]uint32{a, b, c, d, e, f, g, h} {
		state[i] += more
	}
}

// turn turns the bits of a number to the right.
func turn(n uint32, by int) uint32 { return bits.RotateLeft32(n, -by) }

// roots are the first 32 bits of the fractions of the cube roots of the first 64
// primes (section 4.2.2).
var roots = [64]uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}
