//go:build unix

package e2e

import (
	"bufio"
	"bytes"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"

	"spanwise/app/e2e/chromium"
)

// served starts `make run` and returns the address that it prints. When the
// test ends it is interrupted, as by Ctrl+C, and nothing may be left of it.
func served(t *testing.T, port string) *url.URL {
	t.Helper()
	command := exec.Command("make", "--no-print-directory", "-C", chromium.Root(), "run", "PORT="+port, "BUILD="+t.TempDir())
	command.Env = append(os.Environ(), "CI=true")
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	var problems bytes.Buffer
	command.Stderr = &problems
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	var address *url.URL
	t.Cleanup(func() {
		syscall.Kill(-command.Process.Pid, syscall.SIGINT)
		command.Wait() // make reports the interrupt as its own end
		if address == nil {
			return
		}
		if connection, err := net.Dial("tcp", address.Host); err == nil {
			connection.Close()
			t.Errorf("after an interrupt something still answers at %s", address)
		}
	})
	for lines := bufio.NewScanner(output); lines.Scan(); {
		if _, rest, ok := strings.Cut(lines.Text(), "http://"); ok {
			if address, err = url.Parse("http://" + strings.Fields(rest)[0]); err != nil {
				t.Fatal(err)
			}
			return address
		}
	}
	t.Fatalf("make run printed no address\n%s", &problems)
	return nil
}

func TestMakeRunServesThePageToThisMachineOnly(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, port, _ := net.SplitHostPort(taken.Addr().String())

	address := served(t, port)
	if address.Port() == port || address.Hostname() != "127.0.0.1" {
		t.Errorf("served at %s although port %s is taken; want the next free one of the loopback interface", address, port)
	}
	for _, ip := range otherAddresses(t) {
		if connection, err := net.DialTimeout("tcp", net.JoinHostPort(ip, address.Port()), time.Second); err == nil {
			connection.Close()
			t.Errorf("%s answers on %s, too", address, ip)
		}
	}
	p := chromium.Open(t, chromium.Options{Address: address.String()})
	if chromium.Eval[bool](p, `navigator.serviceWorker.getRegistration().then((r) => !!r)`) {
		t.Error("the local server registers a service worker: a rebuilt program would not show")
	}
}

// otherAddresses are this machine's addresses that others can reach.
func otherAddresses(t *testing.T) []string {
	t.Helper()
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	var others []string
	for _, address := range addresses {
		if ip, ok := address.(*net.IPNet); ok && !ip.IP.IsLoopback() && ip.IP.To4() != nil {
			others = append(others, ip.IP.String())
		}
	}
	return others
}

func TestAFolderOfOnesOwnArticlesIsBuiltIn(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "my articles")
	writeFile(t, folder, "1-of-mine.md", "---\ntitle: Of my own\nlanguage: en\n---\n\nA text that is bundled nowhere.\n")
	files, err := chromium.Make(chromium.Root(), filepath.Join(t.TempDir(), "dist"), "CORPUS="+folder)
	if err != nil {
		t.Fatal(err)
	}
	p := chromium.Open(t, chromium.Options{Address: chromium.NewServer(t).Mount("/", files)})
	p.WaitFor(`document.body.innerText.includes("A text that is bundled nowhere.")`)
	articles := p.Find("navigation", "Articles").Text()
	if !strings.Contains(articles, "Of my own") || strings.Contains(articles, "Moscow") {
		t.Errorf("the list of articles is %q, want the one of the folder and no other", articles)
	}
}

// Modules that were never downloaded are what a new machine has. The test takes
// them from this machine's cache as from a proxy, so that it needs no network.
func TestThePageIsBuiltWhereNoModuleWasEverDownloaded(t *testing.T) {
	empty := t.TempDir()
	t.Setenv("GOPROXY", "file://"+filepath.ToSlash(goEnv(t, "GOMODCACHE"))+"/cache/download,"+goEnv(t, "GOPROXY"))
	t.Setenv("GOFLAGS", "-modcacherw") // or the folder could not be removed
	t.Setenv("GOMODCACHE", empty)
	if _, err := chromium.Make(chromium.Root(), filepath.Join(t.TempDir(), "dist")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(empty, "github.com", "maxence-charriere")); err != nil {
		t.Errorf("the build did not use the empty cache: %v", err)
	}
}

// goEnv is one of the go command's settings.
func goEnv(t *testing.T, name string) string {
	t.Helper()
	output, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(output))
}

func TestABadArticleStopsTheBuildWithItsPlace(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	writeFile(t, folder, "1-bad.md", "---\ntitle: Bad\nno colon here\n---\n\nText.\n")
	_, err := chromium.Make(chromium.Root(), filepath.Join(t.TempDir(), "dist"), "CORPUS="+folder)
	if err == nil || !strings.Contains(err.Error(), filepath.Join(folder, "1-bad.md")+": line 3: ") {
		t.Errorf("make site: %v, want the file and the line", err)
	}
}

func writeFile(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestTheSameSourcesElsewhereGiveTheSameSite(t *testing.T) {
	t.Parallel()
	here, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "another folder")
	copySources(t, chromium.Root(), here)
	copySources(t, here, elsewhere)
	want, err := chromium.Make(here, filepath.Join(here, "dist"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := chromium.Make(elsewhere, filepath.Join(elsewhere, "dist"))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
	for name := range want {
		if !bytes.Equal(got[name], want[name]) {
			t.Errorf("%s differs: %d bytes, want the same %d", name, len(got[name]), len(want[name]))
		}
	}
}

// copySources copies what the program is built from.
func copySources(t *testing.T, from, to string) {
	t.Helper()
	for _, name := range []string{"annotations", "app", "corpus", "web"} {
		if err := os.CopyFS(filepath.Join(to, name), os.DirFS(filepath.Join(from, name))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"Makefile", "go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, to, name, string(data))
	}
}

func TestTheSiteCanBeInstalled(t *testing.T) {
	t.Parallel()
	p := chromium.Open(t, chromium.Options{OwnBrowser: true})
	p.WaitInstalled()
	p.Reload()
	for _, problem := range chromium.Command(p, page.GetInstallabilityErrors, cdp.Empty{}).InstallabilityErrors {
		t.Errorf("not installable: %s %v", problem.ErrorID, problem.ErrorArguments)
	}
}
