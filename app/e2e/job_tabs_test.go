package e2e

import (
	"strings"
	"testing"
)

func TestASecondTabOnlyReadsUntilTheFirstIsClosed(t *testing.T) {
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	second := p.Another()
	expectListed(t, second, "Actor Saudi Arabia")
	expectNotice(t, second, "open in another tab")
	if status := second.Status(); status == "Saved" || status == "Saving…" {
		t.Errorf("a tab that only reads says %q", status)
	}

	second.Select("Tunisia")
	expectPicked(t, second, "Tunisia")
	second.Press("1")
	expect(t, "what a screen reader is told", true, func() bool { return strings.Contains(said(second), "This tab only reads") })
	expectListed(t, second, "Actor Saudi Arabia")

	mark(t, p, "Ankara", "1")
	waitSaved(p)
	p.Reload() // the first lets go, so the second may work, with all that the first has kept
	waitSaved(second)
	expectListed(t, second, "Actor Ankara", "Actor Saudi Arabia")
	mark(t, second, "Tunisia", "1")
	waitSaved(second)
	expectNotice(t, p, "open in another tab")

	second.Close()
	waitSaved(p)
	expectListed(t, p, "Actor Ankara", "Actor Saudi Arabia", "Actor Tunisia")
	mark(t, p, "In Moscow", "1")
	waitSaved(p)
	p.Reload()
	expectListed(t, p, "Actor Ankara", "Actor Saudi Arabia", "Actor Tunisia", "Actor In Moscow")
}
