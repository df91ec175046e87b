// Package torture kills the browser's process at random moments of a random
// stream of edits, opens the work again, and compares what is there with what
// had been acknowledged.
//
// Words that are being written are no edits yet. So the page itself is killed too,
// while somebody types on it, and looked through for every word beside which it had
// said Saved.
//
// The program of package stream makes the edits in the browser; package edits
// says what they are, and which states of the work they lead to. All follows from
// a seed, but for the moments at which the processes really die: a run with the
// seed of one that failed makes the same edits, and may have to be tried again.
//
//	go test ./app/e2e/torture -run KillPoints -points 200 -seed 7
package torture

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"testing"

	"spanwise/app/e2e/chromium"
)

var (
	points = flag.Int("points", 25, "how often to kill the browser's process")
	seed   = flag.Uint64("seed", 1, "of all that is random")
)

// tally is what the last line says.
var tally struct{ points, lost, writing, words int }

func TestMain(m *testing.M) {
	log.SetOutput(io.Discard) // chromedp logs that a tab has crashed, which is what is asked for
	code := chromium.Run(m)
	if tally.points > 0 {
		fmt.Printf("kill points: %d, acknowledged edits lost: %d\n", tally.points, tally.lost)
	}
	if tally.writing > 0 {
		fmt.Printf("kill points while writing: %d, acknowledged words lost: %d\n", tally.writing, tally.words)
	}
	os.Exit(code)
}
