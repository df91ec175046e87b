// Package chromium drives the page in a real browser for the tests: it finds or
// installs Chromium, builds the site once, serves it the way a plain static
// host would, and gives a test a [Page] to click, type and drag on.
//
// A page is watched all the time it is open: a request to another origin, a
// violation of the policy, an exception, an error in the console or a dialog
// fails the test, whatever the test looks at.
//
// Things are found as people and screen readers find them, by role and
// accessible name; the events are the browser's own input events.
package chromium

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// names are what Chromium and its relatives are called on a PATH.
var names = []string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
	"microsoft-edge", "microsoft-edge-stable", "msedge", "headless-shell",
}

// places are where they lie when they are not on the PATH.
var places = map[string][]string{
	"linux": {
		"/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium",
	},
	"darwin": {
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"/Applications/Chromium.app/Contents/MacOS/Chromium",
		"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
	},
	"windows": {
		`C:\Program Files\Google\Chrome\Application\chrome.exe`,
		`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
		`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
	},
}

// errNone ends a run on a machine without a browser, in one line.
var errNone = errors.New("no browser to test in: install Chrome, Chromium or Edge, or set CHROME to the path of one")

// Find returns the path of the browser to test in: $CHROME, or one on the PATH,
// or one in a usual place.
func Find() (string, error) {
	if path := os.Getenv("CHROME"); path != "" {
		found, err := exec.LookPath(path)
		if err != nil {
			return "", fmt.Errorf("CHROME is set to %q: %w", path, err)
		}
		return found, nil
	}
	for _, candidate := range append(names, places[runtime.GOOS]...) {
		if path, err := exec.LookPath(candidate); err == nil {
			return path, nil
		}
	}
	return "", errNone
}

// FindOrInstall is Find; where there is no browser but Debian's package
// manager, and the right to use it, it installs Chromium.
func FindOrInstall() (string, error) {
	path, err := Find()
	if !errors.Is(err, errNone) {
		return path, err
	}
	apt, ok := aptCommand()
	if !ok {
		return "", errNone
	}
	for _, args := range [][]string{{"update"}, {"install", "--yes", "--no-install-recommends", "chromium"}} {
		command := exec.Command(apt[0], append(apt[1:], args...)...)
		command.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		fmt.Fprintln(os.Stderr, strings.Join(command.Args, " "))
		if output, err := command.CombinedOutput(); err != nil {
			return "", fmt.Errorf("%w (%s failed: %v: %s)", errNone, strings.Join(command.Args, " "), err, lastLine(output))
		}
	}
	return Find()
}

// aptCommand is how apt-get can be run without a question, if at all.
func aptCommand() ([]string, bool) {
	if _, err := exec.LookPath("apt-get"); err != nil {
		return nil, false
	}
	if os.Geteuid() == 0 {
		return []string{"apt-get"}, true
	}
	return []string{"sudo", "-n", "apt-get"}, exec.Command("sudo", "-n", "true").Run() == nil
}

// lastLine is the last line of a command's output that says anything.
func lastLine(output []byte) string {
	lines := strings.Split(strings.TrimSpace(string(output)), "\n")
	return lines[len(lines)-1]
}
