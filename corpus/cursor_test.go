package corpus

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestCursorConvertsAsTheMapperDoesWhateverTheOrder(t *testing.T) {
	text := strings.Repeat("Shoigu met é 😀 in Damascus. ", 400) + strings.Repeat("x", 5000) + "👩‍👩‍👧"
	m := NewMapper(text)
	r := rand.New(rand.NewPCG(1, 2))
	c := m.Cursor()
	at := 0
	for i := range 20_000 {
		switch {
		case i%100 == 0:
			at = r.IntN(len(text)+4) - 2
		case i%7 == 0:
			at -= r.IntN(40)
		default:
			at += r.IntN(5)
		}
		checkPiece(t, "bytes", at, at+r.IntN(600), c.BytesToCodePoints, m.ByteToCodePoint)
		checkPiece(t, "code points", at, at+r.IntN(600), c.CodePointsToBytes, m.CodePointToByte)
	}
}

// checkPiece compares a cursor's conversion of a piece with the mapper's of its ends.
func checkPiece(t *testing.T, unit string, start, end int,
	cursor func(int, int) (int, int, error), mapper func(int) (int, error)) {
	t.Helper()
	from, to, err := cursor(start, end)
	wantFrom, wantErr := mapper(start)
	wantTo := 0
	if wantErr == nil {
		wantTo, wantErr = mapper(end)
	}
	if fmt.Sprint(err) != fmt.Sprint(wantErr) || err == nil && (from != wantFrom || to != wantTo) {
		t.Fatalf("%s %d to %d: %d, %d, %v; want %d, %d, %v", unit, start, end, from, to, err, wantFrom, wantTo, wantErr)
	}
}
