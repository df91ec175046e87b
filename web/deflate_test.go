package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// unpacked is what a reader that is not ours makes of packed data.
func unpacked(t *testing.T, packed []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestWhatIsPackedThoroughlyIsUnpackedAsItWas(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 100_000)
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	few := bytes.Map(func(r rune) rune { return 'a' + r&3 }, noise)
	tests := []struct {
		name string
		data []byte
	}{
		{"nothing", nil},
		{"one byte", []byte("a")},
		{"a few", []byte("abcabc")},
		{"one byte again and again", bytes.Repeat([]byte{0}, 70_000)},
		{"a text again and again", []byte(strings.Repeat("Spanwise marks spans. ", 10_000))},
		{"noise", noise},
		{"noise of four letters", few},
		{"more than one chunk", append(bytes.Repeat(few, 2*chunkSize/len(few)), noise...)},
		{"a match that is as far away as can be", append(append(noise[:1000:1000], noise[2000:farthest+1000]...), noise[:1000]...)},
		{"every byte", bytes.Repeat([]byte(allBytes()), 3)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := unpacked(t, packThoroughly(test.data)); !bytes.Equal(test.data, got) {
				t.Errorf("%d bytes became %d others", len(test.data), len(got))
			}
		})
	}
}

func allBytes() string {
	var all [256]byte
	for i := range all {
		all[i] = byte(i)
	}
	return string(all[:])
}

// TestAProgramIsPackedSmallerThanGoPacksIt holds that the work is worth it.
func TestAProgramIsPackedSmallerThanGoPacksIt(t *testing.T) {
	wasm, err := Shrink(built(t))
	if err != nil {
		t.Fatal(err)
	}
	quick, err := packQuickly(wasm)
	if err != nil {
		t.Fatal(err)
	}
	thorough := packThoroughly(wasm)
	if !bytes.Equal(wasm, unpacked(t, thorough)) {
		t.Fatal("it is unpacked as another one")
	}
	if len(thorough) > len(quick)*96/100 {
		t.Errorf("%d bytes, of %d as Go packs it: want a twenty-fifth less", len(thorough), len(quick))
	}
}

func TestNothingIsPackedTwiceAndNothingWrongIsTaken(t *testing.T) {
	folder := t.TempDir()
	pack := Thorough(folder)
	data := []byte(strings.Repeat("Spanwise ", 100))
	first, err := pack(data)
	if err != nil {
		t.Fatal(err)
	}
	kept, _ := filepath.Glob(filepath.Join(folder, "*"))
	if len(kept) != 1 {
		t.Fatalf("kept: %q, want one file", kept)
	}
	quick, _ := packQuickly(data)
	for _, test := range []struct {
		name       string
		kept, want []byte
	}{
		{"what is there", quick, quick},
		{"what was packed of something else", packThoroughly([]byte("else")), first},
		{"what is half written", first[:len(first)/2], first},
	} {
		if err := os.WriteFile(kept[0], test.kept, 0o644); err != nil {
			t.Fatal(err)
		}
		if got, err := pack(data); err != nil || !bytes.Equal(test.want, got) {
			t.Errorf("%s: %d bytes (%v), want %d", test.name, len(got), err, len(test.want))
		}
	}
}

// TestCodesAreNoLongerThanTheirLimit gives symbols that are used as often as makes
// Huffman's codes longest.
func TestCodesAreNoLongerThanTheirLimit(t *testing.T) {
	counts := make([]int32, 30)
	for i, a, b := 0, int32(1), int32(1); i < len(counts); i, a, b = i+1, b, a+b {
		counts[i] = a
	}
	for _, limit := range []uint8{longestSizeCode, longestCode} {
		room := 0
		for symbol, c := range codesOf(counts, limit) {
			if c.size == 0 || c.size > limit {
				t.Fatalf("the code of symbol %d has %d bits, want 1 to %d", symbol, c.size, limit)
			}
			room += 1 << (limit - c.size)
		}
		if room != 1<<limit {
			t.Errorf("the codes fill %d of %d", room, 1<<limit)
		}
	}
}

func FuzzPackThoroughly(f *testing.F) {
	f.Add([]byte("abcabcabc"))
	f.Add(bytes.Repeat([]byte{1, 2, 3, 4}, 200))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got := unpacked(t, packThoroughly(data)); !bytes.Equal(data, got) {
			t.Errorf("%d bytes became %d others", len(data), len(got))
		}
	})
}
