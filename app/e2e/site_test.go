package e2e

import (
	"testing"

	"spanwise/app/e2e/chromium"
)

func TestTheSiteRunsFromAnyFolder(t *testing.T) {
	host := chromium.NewServer(t)
	files := chromium.Built(t)
	for _, folder := range []string{"/", "/a/", "/a/deep/path with space/"} {
		t.Run(folder, func(t *testing.T) {
			chromium.Open(t, chromium.Options{Address: host.Mount(folder, files)})
		})
	}
}

func TestTheSingleFileRunsFromAFolder(t *testing.T) {
	chromium.Open(t, chromium.Options{File: true})
}
