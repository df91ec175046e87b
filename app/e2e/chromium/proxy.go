package chromium

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
)

// outside is the proxy that every browser of a run must ask for whatever is not
// on this machine. It lets nothing through and keeps what was asked: so no
// request is missed, not even one of a service worker, which no tab sees.
var outside struct {
	once  sync.Once
	proxy *httptest.Server

	mu    sync.Mutex
	asked []string
}

// ownHosts are those that the browser itself asks, switched off or not; the
// page's policy keeps the page from them.
var ownHosts = []string{"google.com", "googleapis.com", "gvt1.com", "microsoft.com", "bing.com", "msn.com", "edge.skype.com"}

// proxyAddress starts the proxy when it is first needed.
func proxyAddress() string {
	outside.once.Do(func() {
		outside.proxy = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			host := r.URL.Hostname()
			if !isOwnHost(host) {
				outside.mu.Lock()
				outside.asked = append(outside.asked, r.Method+" "+host+r.URL.Path)
				outside.mu.Unlock()
			}
			http.Error(w, "nothing leaves this machine", http.StatusBadGateway)
		}))
	})
	return outside.proxy.URL
}

func isOwnHost(host string) bool {
	for _, own := range ownHosts {
		if host == own || strings.HasSuffix(host, "."+own) {
			return true
		}
	}
	return false
}

// askedOutside returns what was asked of other machines since the last call.
func askedOutside() []string {
	outside.mu.Lock()
	defer outside.mu.Unlock()
	asked := outside.asked
	outside.asked = nil
	return asked
}
