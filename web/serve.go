package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// portsTried is how many ports Listen tries before it gives up.
const portsTried = 100

// Listen opens the given port of the loopback interface, or the next free one.
// No other interface hears of it.
func Listen(port int) (net.Listener, error) {
	for p := port; p < port+portsTried; p++ {
		listener, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(p)))
		if err == nil {
			return listener, nil
		}
		if !errors.Is(err, syscall.EADDRINUSE) && !errors.Is(err, syscall.EACCES) {
			return nil, fmt.Errorf("web: listen on port %d: %w", p, err)
		}
	}
	return nil, fmt.Errorf("web: no free port from %d to %d", port, port+portsTried-1)
}

// Serve serves the site on the listener until the context ends.
func Serve(ctx context.Context, listener net.Listener, site *Site) error {
	server := &http.Server{Handler: site, ReadHeaderTimeout: 10 * time.Second}
	stop := context.AfterFunc(ctx, func() { server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("web: serve: %w", err)
	}
	return nil
}

// mediaTypes are those of the site's files, by extension; the system's own
// tables differ from machine to machine.
var mediaTypes = map[string]string{
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".wasm":        "application/wasm",
	".gz":          "application/gzip",
	".webmanifest": "application/manifest+json",
}

// ServeHTTP answers for the site's files at the root of a host.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" {
		name = "index.html"
	}
	data, ok := s.Files[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	header := w.Header()
	header.Set("Content-Type", mediaTypes[path.Ext(name)])
	header.Set("Content-Security-Policy", Policy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cache-Control", "no-cache")
	header.Set("ETag", `"`+s.Version+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}
