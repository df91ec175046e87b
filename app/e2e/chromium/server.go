package chromium

import (
	"mime"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
)

// Server is a plain static host on the loopback interface. It may hold several
// sites in different folders, counts what it is asked, and can misbehave.
type Server struct {
	host *httptest.Server

	mu       sync.Mutex
	folders  map[string]Files
	requests []string
	answers  map[string]http.HandlerFunc
	down     bool
	encoded  bool
}

// NewServer starts a host that lives as long as the test.
func NewServer(t testing.TB) *Server {
	t.Helper()
	s := &Server{folders: map[string]Files{}, answers: map[string]http.HandlerFunc{}}
	s.host = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(func() {
		s.host.CloseClientConnections()
		s.host.Close()
	})
	return s
}

// Mount puts a site into a folder of the host ("/", "/a/b/"), in place of what
// was there, and returns the folder's address.
func (s *Server) Mount(folder string, files Files) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.folders[folder] = files
	return s.host.URL + folder
}

// Down makes the host unreachable, or reachable again.
func (s *Server) Down(down bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.down = down
}

// DeclareEncoding makes the host send .gz files with Content-Encoding: gzip,
// as some do.
func (s *Server) DeclareEncoding() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.encoded = true
}

// Answer makes a handler answer for one path of the host; nil ends that.
func (s *Server) Answer(path string, handler http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answers[path] = handler
}

// Requests returns the paths that were asked for, in order, and forgets them.
func (s *Server) Requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := slices.Clone(s.requests)
	s.requests = nil
	return asked
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.requests = append(s.requests, r.URL.Path)
	down, encoded, answer := s.down, s.encoded, s.answers[r.URL.Path]
	data, found := s.file(r.URL.Path)
	s.mu.Unlock()

	switch {
	case down:
		panic(http.ErrAbortHandler) // the connection breaks without an answer
	case answer != nil:
		answer(w, r)
	case !found:
		http.NotFound(w, r)
	default:
		if encoded && strings.HasSuffix(r.URL.Path, ".gz") {
			w.Header().Set("Content-Encoding", "gzip")
		}
		w.Header().Set("Content-Type", mediaType(r.URL.Path))
		w.Write(data)
	}
}

// file finds the content of a path, in the innermost folder that holds it.
func (s *Server) file(requested string) ([]byte, bool) {
	innermost := ""
	for folder := range s.folders {
		if strings.HasPrefix(requested, folder) && len(folder) > len(innermost) {
			innermost = folder
		}
	}
	name := strings.TrimPrefix(requested, innermost)
	if name == "" {
		name = "index.html"
	}
	data, found := s.folders[innermost][name]
	return data, found
}

// mediaType is what a simple host makes of a file's name.
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".gz", ".webmanifest":
		return "application/octet-stream"
	case "", ".html":
		return "text/html; charset=utf-8"
	default:
		return mime.TypeByExtension(path.Ext(name))
	}
}
