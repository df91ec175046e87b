package chromium

// Version is the version of the site that the open page was loaded from.
func (p *Page) Version() string {
	p.t.Helper()
	return Eval[string](p, `document.querySelector("script[data-assets]").dataset.assets.replace("./web-", "")`)
}

// WaitInstalled waits until the site is there off-line.
func (p *Page) WaitInstalled() {
	p.t.Helper()
	p.WaitFor(`navigator.serviceWorker.ready.then((r) => r.active.state === "activated")`)
}

// LookForUpdate makes the browser ask the host for a newer version and waits
// until that is installed, or until it has failed.
func (p *Page) LookForUpdate() {
	p.t.Helper()
	p.Do(`
		const registration = await navigator.serviceWorker.getRegistration();
		await registration.update().catch(() => {});
		const worker = registration.installing;
		if (worker) await new Promise((resolve) => {
			const settled = () => worker.state !== "installing" && resolve();
			worker.addEventListener("statechange", settled);
			settled();
		});`)
}

// Caches are the names of the caches of the page's origin.
func (p *Page) Caches() []string {
	p.t.Helper()
	return Eval[[]string](p, `caches.keys()`)
}
