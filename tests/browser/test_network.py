"""Alone on the network: the policy holds, the first page is light, and no server is needed."""

LIMIT = 500_000


def test_a_script_that_is_slipped_in_does_not_run(reader):
    refused = []
    reader.on("console", lambda message: refused.append(message.text))
    reader.evaluate("""() => {
      document.body.insertAdjacentHTML("beforeend", "<img src='x' onerror='window.hacked = 1'>");
      const script = document.createElement("script");
      script.textContent = "window.hacked = 1";
      document.body.append(script);
    }""")
    reader.wait_for_timeout(300)
    assert reader.evaluate("window.hacked") is None
    assert any("Content Security Policy" in text for text in refused)


def test_a_text_is_not_run_as_a_script(reader, site):
    reader.evaluate("() => { setTimeout('window.hacked = 1', 0); }")
    reader.wait_for_timeout(200)
    assert reader.evaluate("window.hacked") is None


def test_another_host_is_refused_by_the_page_itself(reader):
    answered = []
    reader.on("response", lambda response: answered.append(response.url))
    refused = reader.evaluate("""() => new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", (event) => resolve(event.blockedURI));
      document.body.append(Object.assign(new Image(), { src: "http://192.0.2.1/teller.gif" }));
    })""")
    assert refused.startswith("http://192.0.2.1/")
    assert not any("192.0.2.1" in url for url in answered)


def test_the_server_lets_nobody_frame_the_book(reader, site):
    headers = reader.request.get(site.url("index")).headers
    assert headers["content-security-policy"] == "frame-ancestors 'none'"
    assert headers["x-content-type-options"] == "nosniff"


def test_the_first_page_is_light(browser, site):
    with browser.new_context() as context:
        page = context.new_page()
        client = context.new_cdp_session(page)
        client.send("Network.enable")
        sizes = []
        client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        page.goto(site.url("index"), wait_until="networkidle")
    assert len(sizes) > 10
    assert sum(sizes) < LIMIT


def test_the_book_opens_without_a_server(browser, book):
    complaints = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text)
                if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto((book.html / "index.html").as_uri())
        with page.expect_navigation():
            page.locator("a.right-next").click()
        assert page.locator("h1").is_visible()
        assert page.evaluate("document.styleSheets.length") > 3
    assert complaints == []


def test_without_scripts_the_text_and_the_menu_are_there(browser, site):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site.url("chapters/feiten"))
        assert page.locator("h1").is_visible()
        assert page.locator(".bd-docs-nav a").first.is_visible()
        assert not page.locator(".theme-switch-button").is_visible()
