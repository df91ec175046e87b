package corpus

import (
	"crypto/sha256"
	"strings"
	"testing"
)

// TestSHA256IsThatOfTheLibrary tries every length around the ends of blocks.
func TestSHA256IsThatOfTheLibrary(t *testing.T) {
	for length := range 3*blockSize + 2 {
		text := strings.Repeat("Ä spanwise 文", 20)[:length]
		if want, got := sha256.Sum256([]byte(text)), SHA256(text); want != got {
			t.Fatalf("the sum of %d bytes is %x, want %x", length, got, want)
		}
	}
}

func FuzzSHA256(f *testing.F) {
	f.Add("abc")
	f.Add(strings.Repeat("x", 56))
	f.Fuzz(func(t *testing.T, text string) {
		if want, got := sha256.Sum256([]byte(text)), SHA256(text); want != got {
			t.Errorf("the sum is %x, want %x", got, want)
		}
	})
}
