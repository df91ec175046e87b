package chromium

import (
	"fmt"
	"os"
	"regexp"
	"strconv"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
)

// resident is the line of a Linux process that says how much memory it holds.
var resident = regexp.MustCompile(`VmRSS:\s+(\d+) kB`)

// Memory is what the page's process holds after it has thrown away what it no
// longer needs, in MB. Only Linux tells. The page needs a browser of its own,
// of whose processes it is the largest.
func (p *Page) Memory() (megabytes float64, ok bool) {
	p.t.Helper()
	call(p, heapprofiler.CollectGarbage, cdp.Empty{})
	for _, pid := range p.renderers() {
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		if err != nil {
			continue
		}
		if found := resident.FindSubmatch(status); found != nil {
			kilobytes, _ := strconv.ParseFloat(string(found[1]), 64)
			megabytes, ok = max(megabytes, kilobytes/1024), true
		}
	}
	return megabytes, ok
}
