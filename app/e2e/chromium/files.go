package chromium

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Choose does something that opens the file dialog, and chooses the files in
// it.
func (p *Page) Choose(opens func(), paths ...string) {
	p.t.Helper()
	chooser := make(chan *page.EventFileChooserOpened, 1)
	ctx, cancel := context.WithCancel(p.ctx)
	defer cancel()
	p.must(chromedp.Listen(ctx, func(event any) {
		if e, ok := event.(*page.EventFileChooserOpened); ok {
			select {
			case chooser <- e:
			default:
			}
		}
	}), "listen for the file dialog")
	call(p, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: true})
	opens()
	select {
	case e := <-chooser:
		call(p, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: paths, BackendNodeID: e.BackendNodeID})
	case <-time.After(Patience):
		p.t.Fatal("no file dialog opened")
	}
	call(p, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: false})
}

// SetFiles gives files to the field that the CSS selector finds, as any driver
// can do from outside.
func (p *Page) SetFiles(selector string, paths ...string) {
	p.t.Helper()
	p.do(chromedp.SetUploadFiles(chromedp.CSS(selector), paths, chromedp.NodeReady), "give files to %s", selector)
}

// Drop drags files from outside over the element and lets them go.
func (e *Element) Drop(paths ...string) {
	e.p.t.Helper()
	at := e.Middle()
	for _, kind := range []input.DispatchDragEventType{
		input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop,
	} {
		call(e.p, input.DispatchDragEvent, input.DispatchDragEventParams{
			Type: kind, X: at.X, Y: at.Y,
			Data: &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1},
		})
	}
}

// Download is a file that left the page.
type Download struct {
	Name string // as the page names it
	Data []byte
}

// Download does something that starts a download, and returns the file.
func (p *Page) Download(starts func()) Download {
	p.t.Helper()
	events := make(chan any, 64)
	ctx, cancel := context.WithCancel(p.ctx)
	defer cancel()
	p.must(chromedp.ListenBrowser(ctx, func(event any) {
		if p.isDownload(event) {
			select {
			case events <- event:
			default:
			}
		}
	}), "listen for downloads")
	starts()
	return p.await(events)
}

// isDownload reports whether an event of the browser, in which other tests may have
// pages as well, is the beginning of a download of this page's or the end of any.
func (p *Page) isDownload(event any) bool {
	switch e := event.(type) {
	case *browser.EventDownloadWillBegin:
		return e.FrameID == cdp.FrameID(chromedp.FromContext(p.ctx).Target.TargetID) // a tab's frame has its ID
	case *browser.EventDownloadProgress:
		return e.State == browser.DownloadProgressStateCompleted
	}
	return false
}

// await follows a download to its end.
func (p *Page) await(events <-chan any) Download {
	p.t.Helper()
	names := map[string]string{}
	deadline := time.After(Patience)
	for {
		select {
		case event := <-events:
			switch e := event.(type) {
			case *browser.EventDownloadWillBegin:
				names[e.GUID] = e.SuggestedFilename
			case *browser.EventDownloadProgress:
				if name, ours := names[e.GUID]; ours {
					data, err := os.ReadFile(filepath.Join(p.folder, e.GUID))
					p.must(err, "read the download")
					return Download{name, data}
				}
			}
		case <-deadline:
			p.t.Fatalf("no download ended; begun: %v", names)
		}
	}
}
