package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// TestAFullDiskIsSaidAndNothingIsLost lets the browser live on a small disk of
// its own, which it then fills to the last byte.
func TestAFullDiskIsSaidAndNothingIsLost(t *testing.T) {
	t.Parallel()
	disk := smallDisk(t)
	p := openAs(t, chromium.Options{UserDataDir: filepath.Join(disk, "profile")})
	p.Allow("Error")
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	fill := filepath.Join(disk, "fill")
	_ = exec.Command("dd", "if=/dev/zero", "of="+fill, "bs=4k").Run() // until there is no room

	text := strings.Repeat("Nothing of this has found room on the disk.\n", 50_000)
	p.Choose(func() { p.Click("button", "Open") }, write(t, "large.txt", []byte(text)))
	expect(t, "the status", "Not saved", p.Status)
	expectNotice(t, p, "could not be saved", "They are still on this page")
	f := parseExport(t, p.Download(func() { p.Click("button", "Export now") }).Data)
	same(t, "the spans in the export", []string{"actor: Saudi Arabia"}, f.marks(bundled(t)[0].Title))
	same(t, "whether the large text is in the export", text, f.titled("large").Text)

	if err := os.Remove(fill); err != nil {
		t.Fatal(err)
	}
	tryAgain(p)
	waitSaved(p)
	p.Reload()
	expect(t, "the open text", text, p.ArticleText)
}

// smallDisk mounts one, where the test may.
func smallDisk(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=200M", "tmpfs", folder).CombinedOutput(); err != nil {
		t.Skipf("a small disk cannot be mounted here: %s", out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", "--lazy", folder).Run() })
	return folder
}
