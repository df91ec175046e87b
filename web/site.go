package web

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Site is the program as static files. All addresses in it are relative, so it
// runs from any folder of any host. The static files stand in a folder that is
// named after the version: a page can load files of its own version or none,
// whatever a host's and a browser's caches hold.
type Site struct {
	Version string            // 16 hex digits of a hash over all contents
	Files   map[string][]byte // by path relative to the site's folder, with slashes
}

// Options are the ways in which a site differs from the published one.
type Options struct {
	// NoWorker leaves the service worker unregistered: what the local server
	// serves is always there, and a rebuilt program should show at once.
	NoWorker bool
}

// NewSite makes the site of a program. The same program gives the same bytes.
func NewSite(p Program, o Options) (*Site, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	static, err := staticFiles(p)
	if err != nil {
		return nil, err
	}
	draft, err := assemble("", static, p, o)
	if err != nil {
		return nil, err
	}
	version := draft.digest()
	site, err := assemble(version, static, p, o)
	if err != nil {
		return nil, err
	}
	site.Version = version
	return site, nil
}

// functionsFile lists the functions of a nameless program. The page loads it when
// there is a fault to report, and never otherwise; nobody keeps it for off-line.
const functionsFile = "functions.gz"

// staticFiles are the files of the version's folder, by name.
func staticFiles(p Program) (map[string][]byte, error) {
	packed, err := p.pack(p.Wasm)
	if err != nil {
		return nil, err
	}
	second, err := p.pack(p.Second)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{
		"app.wasm.gz":    packed,
		"app.wasm":       p.Wasm,
		"second.wasm.gz": second,
		"second.wasm":    p.Second,
		"wasm_exec.js":   p.Exec,
	}
	if len(p.Functions) > 0 {
		if files[functionsFile], err = p.pack(listFunctions(p.Functions)); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{"visit.js", "seams.js", "article.js", "second.js", "start.js", "shell.css", "styles.css"} {
		files[name] = asset(name)
	}
	for _, name := range []string{"icon.svg", "icon-192.png", "icon-512.png", "icon-maskable.png"} {
		files[name] = asset("icons/" + name)
	}
	return files, nil
}

// assemble lays out the site under a version.
func assemble(version string, static map[string][]byte, p Program, o Options) (*Site, error) {
	folder := "web-" + version
	site := &Site{Files: map[string][]byte{}}
	for name, data := range static {
		site.Files[folder+"/"+name] = data
	}
	preview, err := p.Preview.render()
	if err != nil {
		return nil, err
	}
	site.Files["index.html"], err = shell{
		Policy: Policy, Assets: "./" + folder, Worker: !o.NoWorker,
		Packed: len(static["app.wasm.gz"]), Unpacked: len(p.Wasm), Preview: preview,
	}.render()
	if err != nil {
		return nil, err
	}
	if site.Files["manifest.webmanifest"], err = manifestJSON("./" + folder); err != nil {
		return nil, fmt.Errorf("web: manifest: %w", err)
	}
	site.Files["worker.js"], err = workerJS(version, site.Files)
	return site, err
}

// workerJS fills the service worker with its version and the files that it
// keeps, each with the hashes that are right for it.
func workerJS(version string, files map[string][]byte) ([]byte, error) {
	keep := map[string]string{}
	for name, data := range files {
		if !strings.HasSuffix(name, "/"+functionsFile) {
			keep["./"+strings.TrimSuffix(name, "index.html")] = integrity(data)
		}
	}
	// Where the host declares the packing as Content-Encoding, the browser
	// hashes what it has unpacked.
	for name := range keep {
		if plain, ok := strings.CutSuffix(name, ".gz"); ok {
			keep[name] += " " + keep[plain]
		}
	}
	list, err := json.MarshalIndent(keep, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("web: service worker: %w", err)
	}
	return []byte(strings.NewReplacer("{{.Version}}", version, "{{.Files}}", string(list)).Replace(string(asset("worker.js")))), nil
}

// digest is the site's version: a hash over all names and contents.
func (s *Site) digest() string {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		fmt.Fprintf(sum, "%s\x00%d\x00", name, len(s.Files[name]))
		sum.Write(s.Files[name])
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}

// FirstScreen is what a browser downloads before the first screen is there, in
// bytes, everything packed.
func (s *Site) FirstScreen() (int, error) {
	total := 0
	for name, data := range s.Files {
		switch {
		case strings.HasSuffix(name, ".wasm"), strings.HasSuffix(name, "/second.wasm.gz"), strings.HasSuffix(name, "/"+functionsFile), strings.HasSuffix(name, ".png"), name == "worker.js":
			continue
		case !strings.HasSuffix(name, ".gz"):
			packed, err := packQuickly(data)
			if err != nil {
				return 0, err
			}
			data = packed
		}
		total += len(data)
	}
	return total, nil
}

// Write puts the site's files into a folder, which it empties of an earlier
// site's files first: a folder of another version must not stay behind.
func (s *Site) Write(folder string) error {
	older, err := filepath.Glob(filepath.Join(folder, "web-*"))
	if err != nil {
		return err
	}
	for _, path := range older {
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	for name, data := range s.Files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
