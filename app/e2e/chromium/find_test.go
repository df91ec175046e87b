//go:build unix

package chromium

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// bareMachine has nothing on its PATH but the scripts given, by name; %s in one
// stands for the folder that they are in.
func bareMachine(t *testing.T, scripts map[string]string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for name, script := range scripts {
		text := "#!/bin/sh\n" + strings.ReplaceAll(script, "%s", folder) + "\n"
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", folder)
	t.Setenv("CHROME", "")
	usual := places
	places = nil
	t.Cleanup(func() { places = usual })
	return folder
}

func TestABrowserIsFoundOrInstalledOrAskedFor(t *testing.T) {
	const (
		sudo    = `shift; exec "$@"`
		install = `[ "$1" = install ] && /bin/cp %s/apt-get %s/chromium; exit 0`
	)
	tests := []struct {
		name    string
		scripts map[string]string
		want    string // name of the program found, "" for the one line that asks for it
		why     string
	}{
		{"on the PATH", map[string]string{"google-chrome": ""}, "google-chrome", "Chrome does as well as Chromium"},
		{"installed", map[string]string{"apt-get": install, "sudo": sudo}, "chromium", "Debian's package manager has it"},
		{"no package manager", nil, "", "nothing can be installed"},
		{"the package manager fails", map[string]string{"apt-get": "echo no network >&2; exit 100", "sudo": sudo}, "", "nothing was installed"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder := bareMachine(t, test.scripts)
			got, err := FindOrInstall()
			if test.want != "" {
				if want := filepath.Join(folder, test.want); got != want || err != nil {
					t.Errorf("FindOrInstall() = %q, %v, want %q: %s", got, err, want, test.why)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), "install Chrome, Chromium or Edge") || strings.Contains(err.Error(), "\n") {
				t.Errorf("FindOrInstall() = %q, %v, want one line that says what to install: %s", got, err, test.why)
			}
		})
	}
}

func TestCHROMENamesTheBrowser(t *testing.T) {
	folder := bareMachine(t, map[string]string{"chromium": "", "mine": ""})
	t.Setenv("CHROME", filepath.Join(folder, "mine"))
	if got, err := Find(); err != nil || got != filepath.Join(folder, "mine") {
		t.Errorf("Find() = %q, %v, want the browser that CHROME names", got, err)
	}
	t.Setenv("CHROME", filepath.Join(folder, "nothing"))
	if got, err := FindOrInstall(); err == nil {
		t.Errorf("FindOrInstall() = %q although CHROME names nothing, want an error", got)
	}
}
