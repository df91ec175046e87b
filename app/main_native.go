//go:build !js

package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"spanwise/web"
)

const usage = `usage: app COMMAND [flags]

commands:
  serve    serve the page at a loopback address
  site     write the static site and the single file
  overlay  prepare a build with your own articles
  slim     prepare a build of the page without go-app's server
`

// start runs the command that the first argument names.
func start() {
	commands := map[string]func(ctx context.Context, args []string) error{
		"serve": serve, "site": site, "overlay": overlay, "slim": slim,
	}
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		fmt.Fprint(os.Stderr, usage)
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := commands[os.Args[1]](ctx, os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "spanwise:", err)
		os.Exit(1)
	}
}

// programFlags declares where the built program is, and returns a function
// that reads it.
func programFlags(flags *flag.FlagSet) func() (web.Program, error) {
	wasm := flags.String("program", filepath.Join(".build", "app.wasm"), "the program, compiled for js/wasm")
	second := flags.String("second", filepath.Join(".build", "second.wasm"), "the second program, compiled likewise")
	folder := flags.String("corpus", "", "the folder of the articles that the program was built with, if not the bundled ones")
	loader := flags.String("exec", "", "wasm_exec.js of the Go release that compiled them")
	return func() (p web.Program, err error) {
		if p.Wasm, p.Functions, err = readProgram(*wasm, web.ShrinkNameless); err != nil {
			return p, err
		}
		if p.Second, _, err = readProgram(*second, withNames); err != nil {
			return p, err
		}
		exec, err := os.ReadFile(*loader)
		if err != nil {
			return p, err
		}
		if p.Exec, err = web.KeepMarks(exec); err != nil {
			return p, err
		}
		p.Preview, err = preview(*folder)
		return p, err
	}
}

// readProgram reads a program as the linker wrote it, and makes it smaller.
func readProgram(path string, shrink func([]byte) ([]byte, []web.Function, error)) ([]byte, []web.Function, error) {
	wasm, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	small, functions, err := shrink(wasm)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	return small, functions, nil
}

// withNames makes a program smaller that is not fetched before it is needed: it keeps
// the names of its functions.
func withNames(wasm []byte) ([]byte, []web.Function, error) {
	small, err := web.Shrink(wasm)
	return small, nil, err
}

// serve serves the page until it is interrupted.
func serve(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("serve", flag.ExitOnError)
	port := flags.Int("port", 8000, "the port, or the next free one")
	quiet := flags.Bool("no-browser", false, "do not open a browser")
	program := programFlags(flags)
	flags.Parse(args)

	p, err := program()
	if err != nil {
		return err
	}
	site, err := web.NewSite(p, web.Options{NoWorker: true})
	if err != nil {
		return err
	}
	listener, err := web.Listen(*port)
	if err != nil {
		return err
	}
	address := "http://" + listener.Addr().String() + "/"
	fmt.Printf("Spanwise is at %s (Ctrl+C ends it)\n", address)
	if !*quiet {
		openBrowser(address)
	}
	return web.Serve(ctx, listener, site)
}

// openBrowser shows the address in the person's browser, where there is a
// person and a screen. Where it fails the printed address is enough.
func openBrowser(address string) {
	if os.Getenv("CI") != "" {
		return
	}
	var command *exec.Cmd
	switch runtime.GOOS {
	case "darwin":
		command = exec.Command("open", address)
	case "windows":
		command = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	default:
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return
		}
		command = exec.Command("xdg-open", address)
	}
	if command.Start() == nil {
		go command.Wait()
	}
}

// site writes the static site and the single file.
func site(_ context.Context, args []string) error {
	flags := flag.NewFlagSet("site", flag.ExitOnError)
	out := flags.String("out", "dist", "the folder to write")
	var allowed budget
	flags.IntVar(&allowed.most, "budget", 0, "greatest download before the first screen, in bytes packed; 0: any")
	flags.IntVar(&allowed.released, "released", 0, "what that was at the last release, to be said beside it; 0: nothing to say")
	packed := flags.String("packed", filepath.Join(".build", "packed"), "the folder of what was packed before")
	program := programFlags(flags)
	flags.Parse(args)

	p, err := program()
	if err != nil {
		return err
	}
	p.Pack = web.Thorough(*packed)
	s, err := web.NewSite(p, web.Options{})
	if err != nil {
		return err
	}
	if err := s.Write(*out); err != nil {
		return err
	}
	single, err := web.Single(p)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(*out, "spanwise.html"), single, 0o644); err != nil {
		return err
	}
	return report(s, *out, len(p.Wasm), allowed)
}

// budget is what the first screen may cost to download, and what it did at the last
// release, in bytes packed; 0 is unknown.
type budget struct{ most, released int }

// report says what was written, and fails where it is over the budget.
func report(s *web.Site, out string, wasm int, allowed budget) error {
	first, err := s.FirstScreen()
	if err != nil {
		return err
	}
	fmt.Printf("%s: version %s, program %.2f MB, first screen %.2f MB packed%s\n",
		strings.TrimSuffix(out, "/")+"/", s.Version, float64(wasm)/1e6, float64(first)/1e6, allowed)
	if allowed.most > 0 && first > allowed.most {
		return fmt.Errorf("the first screen needs %d bytes packed, over the budget of %d", first, allowed.most)
	}
	return nil
}

// String is what stands beside a size.
func (b budget) String() string {
	var beside []string
	if b.most > 0 {
		beside = append(beside, fmt.Sprintf("budget %.2f", float64(b.most)/1e6))
	}
	if b.released > 0 {
		beside = append(beside, fmt.Sprintf("last release %.2f", float64(b.released)/1e6))
	}
	if len(beside) == 0 {
		return ""
	}
	return " (" + strings.Join(beside, ", ") + ")"
}
