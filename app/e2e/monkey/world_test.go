package monkey

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"

	"spanwise/app/e2e/chromium"
)

// surround does what a person does to the window and the machine.
func (s *stage) surround(e Event) {
	switch e.Kind {
	case Reload:
		s.reload(e.By == "off-line")
	case Tab:
		s.goTo(e.Times)
	case CloseTab:
		s.closeTab()
	case Resize:
		chromium.Command(s.tab(), emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: int64(e.Times), Height: 800, DeviceScaleFactor: 1})
	case Look:
		chromium.Command(s.tab(), emulation.SetEmulatedMedia, media[e.What])
	case Network:
		s.tab().Offline(e.What == "off")
	default:
		s.t.Fatalf("nobody knows how to do the event %v", e)
	}
}

// media are what the system may ask for.
var media = map[string]emulation.SetEmulatedMediaParams{
	"light":  feature("prefers-color-scheme", "light"),
	"dark":   feature("prefers-color-scheme", "dark"),
	"forced": feature("forced-colors", "active"),
	"still":  feature("prefers-reduced-motion", "reduce"),
	"print":  {Media: "print"},
}

func feature(name, value string) emulation.SetEmulatedMediaParams {
	return emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: name, Value: value}}}
}

// reload loads the page anew. Without the network it is there once it was
// installed.
func (s *stage) reload(offline bool) {
	s.hand = hand{}
	if offline {
		s.tab().WaitInstalled()
	}
	s.tab().Offline(offline)
	s.tab().Reload()
}

// goTo goes to a tab, and opens one where there are not so many.
func (s *stage) goTo(n int) {
	s.letGo()
	if n >= len(s.tabs) {
		s.tabs = append(s.tabs, s.another())
		n = len(s.tabs) - 1
	}
	s.at = n
	s.toFront()
}

// toFront shows the person's tab: one that is hidden draws nothing and is slow to
// hear.
func (s *stage) toFront() { chromium.Command(s.tab(), page.BringToFront, cdp.Empty{}) }

// another opens what the person's tab shows in another one.
func (s *stage) another() *chromium.Page {
	for _, p := range s.tabs {
		p.Offline(false)
	}
	p := s.tab()
	p.URL = ask[sight](p, "seen").Address
	other := p.Another()
	settle(other)
	return other
}

// closeTab closes a tab that the person has opened. With the first one the
// profile would go, too.
func (s *stage) closeTab() {
	if s.at == 0 {
		return
	}
	s.hand = hand{}
	s.tab().Close()
	s.tabs = slices.Delete(s.tabs, s.at, s.at+1)
	s.at = 0
	s.toFront()
}

// file finds a file by what it is called.
func (s *stage) file(called string) File {
	f, _ := s.find(called)
	return f
}

// find gives a file and where it lies. The last export is the first of all files
// as long as there is none.
func (s *stage) find(called string) (File, string) {
	all := AllFiles()
	i := max(0, slices.IndexFunc(all, func(f File) bool { return f.Called == called }))
	if called != OwnFile || s.own == nil {
		return all[i], filepath.Join(s.folder, fmt.Sprint(i), all[i].Name)
	}
	path := filepath.Join(s.folder, "own.json")
	if err := os.WriteFile(path, s.own, 0o644); err != nil {
		s.t.Fatal(err)
	}
	return File{OwnFile, "own.json", s.own}, path
}

// files has files arrive.
func (s *stage) files(e Event) {
	var paths []string
	for _, called := range strings.Split(e.What, ",") {
		_, path := s.find(called)
		paths = append(paths, path)
	}
	if e.By != "drop" {
		s.choose(e.By, paths)
		return
	}
	at, ok := s.points(e.At)
	if !ok {
		at = []chromium.Point{{X: 200, Y: 300}}
	}
	for _, kind := range []input.DispatchDragEventType{
		input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop,
	} {
		send(s.tab(), input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: at[0].X, Y: at[0].Y,
			Data: &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}})
	}
}

// choose gives files to the page's first or last field for files, if it has any.
func (s *stage) choose(by string, paths []string) {
	which := "0"
	if by == "import" {
		which = "-1"
	}
	field := fmt.Sprintf(`[...document.querySelectorAll("input[type=file]")].at(%s)`, which)
	if !chromium.Eval[bool](s.tab(), field+"?.multiple") {
		paths = paths[:1]
	}
	found := chromium.Command(s.tab(), runtime.Evaluate, runtime.EvaluateParams{Expression: field}).Result
	if found.ObjectID != "" {
		chromium.Command(s.tab(), dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: paths, ObjectID: found.ObjectID})
	}
}
