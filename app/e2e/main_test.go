// Package e2e proves the page in a real browser.
package e2e

import (
	"os"
	"testing"

	"spanwise/app/e2e/chromium"
)

func TestMain(m *testing.M) { os.Exit(chromium.Run(m)) }
