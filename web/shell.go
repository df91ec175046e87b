package web

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"text/template"
)

// shell is what fills shell.html. All of it is made here or escaped, nothing
// is foreign, so it needs no more escaping; what stands inside an element is checked by embed.
type shell struct {
	Policy, Paper, Night, Description string
	Packed, Unpacked                  int    // bytes of the program, for the progress
	Preview                           string // HTML, see Preview.render
	// Of the site.
	Assets string // folder of the static files, relative
	Worker bool   // a service worker is registered
	// Of the single file.
	Single                                      bool
	Icon, Program, Second                       string // base64
	Styles                                      []string
	Visit, Exec, Seams, Article, Starter, Start string // Starter is second.js
}

var shellTemplate = template.Must(template.New("shell.html").Parse(string(asset("shell.html"))))

// render fills the page shell.
func (s shell) render() ([]byte, error) {
	s.Paper, s.Night, s.Description = paper, night, description
	var page bytes.Buffer
	if err := shellTemplate.Execute(&page, s); err != nil {
		return nil, fmt.Errorf("web: page shell: %w", err)
	}
	return page.Bytes(), nil
}

// Single is the whole program as one HTML file that runs from file://: it
// loads nothing, and so it has no service worker and no manifest.
func Single(p Program) ([]byte, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	packed, err := p.pack(p.Wasm)
	if err != nil {
		return nil, err
	}
	second, err := p.pack(p.Second)
	if err != nil {
		return nil, err
	}
	styles := [][]byte{asset("shell.css"), asset("styles.css")}
	preview, err := p.Preview.render()
	if err != nil {
		return nil, err
	}
	scripts := [][]byte{asset("visit.js"), p.Exec, asset("seams.js"), asset("article.js"), asset("second.js"), asset("start.js")}
	if err := embeddable(append(scripts, styles...)); err != nil {
		return nil, err
	}
	return shell{
		Single: true, Policy: singlePolicy(scripts, styles),
		Packed: len(packed), Unpacked: len(p.Wasm),
		Icon:    base64.StdEncoding.EncodeToString(asset("icons/icon.svg")),
		Program: base64.StdEncoding.EncodeToString(packed),
		Second:  base64.StdEncoding.EncodeToString(second),
		Styles:  []string{string(styles[0]), string(styles[1])},
		Preview: preview, Visit: string(scripts[0]),
		Exec: string(scripts[1]), Seams: string(scripts[2]), Article: string(scripts[3]), Starter: string(scripts[4]), Start: string(scripts[5]),
	}.render()
}

// embeddable refuses sources that a script or style element cannot hold as
// they are: an end tag would end it early, and the parser turns CR into LF,
// which no longer has the hash that the policy names.
func embeddable(sources [][]byte) error {
	for _, source := range sources {
		lower := bytes.ToLower(source)
		for _, bad := range []string{"</script", "</style", "<!--", "\r"} {
			if i := bytes.Index(lower, []byte(bad)); i >= 0 {
				return fmt.Errorf("web: a source cannot stand in the page: %q at byte %d", bad, i)
			}
		}
	}
	return nil
}
