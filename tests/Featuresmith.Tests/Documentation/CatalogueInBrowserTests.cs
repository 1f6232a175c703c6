using System.ComponentModel;
using System.Text.Json.Nodes;
using Featuresmith.Diagnostics;
using Featuresmith.Documentation;
using Featuresmith.Smoke;
using Featuresmith.Sources;
using Featuresmith.Tests.Validation;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Documentation;

/// <summary>The catalogue as a person uses it, in the chromium that the machine has; ignored where there is none.</summary>
[Platform("Linux")]
public class CatalogueInBrowserTests
{
    private JsonNode seen = null!;

    [OneTimeSetUp]
    public async Task Look()
    {
        using var collection = new SmallCollection()
            .Feature("alpha", "\"description\": \"Ends no script: </script><b>bold</b>\", \"keywords\": [\"greek\"]")
            .Feature(
                "beta",
                "\"options\": { \"colour\": { \"type\": \"string\", \"enum\": [\"red\", \"\"], \"default\": \"red\", \"description\": \"Which | one\" } }, "
                    + "\"privileged\": true"
            )
            .Feature("gamma");
        var bag = new DiagnosticBag();
        var read = ValidationTarget.Read(collection.Folder.Path, collection.Reader, bag)!;
        var results = TestResults.Read(
            new SourceText(
                "results.json",
                """{ "tests": [{ "feature": "beta", "scenario": "test", "base": "debian:trixie", "result": "passed" }] }"""
            ),
            bag
        );
        bag.ShouldBeEmpty();
        var pages = new CollectionDocumentation(read, new("registry.example.test", "owner/features"), results);
        var text = CataloguePage.Text("Small & <fine>", "Three of them.", pages.Features, "src");
        seen = await LookAsync(collection.Folder.Write("catalogue.html", text));
    }

    [Test]
    public void It_needs_no_network_and_has_no_error()
    {
        seen["requests"]!.AsArray().ShouldBeEmpty();
        seen["errors"]!.AsArray().ShouldBeEmpty();
    }

    [Test]
    public void Texts_stay_texts()
    {
        seen["title"]!.ToString().ShouldBe("Small & <fine>");
        seen["description"]!.ToString().ShouldBe("Ends no script: </script><b>bold</b>");
        seen["bold"]!.GetValue<int>().ShouldBe(0);
    }

    [Test]
    public void Search_finds_names_keywords_options_and_values_and_a_base_image_filters()
    {
        Names("all").ShouldBe(["alpha", "beta", "gamma"]);
        Names("byKeyword").ShouldBe(["alpha"]);
        Names("byOption").ShouldBe(["beta"]);
        Names("byValueAndName").ShouldBe(["beta"]);
        Names("byBase").ShouldBe(["beta"]);
        seen["count"]!.ToString().ShouldBe("3 of 3 Features");
        seen["nothing"]!.ToString().ShouldBe("Nothing matches.");
    }

    [Test]
    public void A_Feature_opens_by_keys_and_by_its_address_and_shows_what_there_is()
    {
        seen["slashFocuses"]!.ToString().ShouldBe("search");
        seen["opened"]!.ToString().ShouldBe("feature-beta");
        seen["snippet"]!
            .ToString()
            .ShouldBe("\"features\": {\n    \"registry.example.test/owner/features/beta:1\": {}\n}");
        seen["cells"]!.AsArray().Select(cell => $"{cell}").ShouldBe(["colour", "Which | one", "red", "red, \"\""]);
        seen["headings"]!
            .AsArray()
            .Select(heading => $"{heading}")
            .ShouldBe(["Options", "Distributions, by the last smoke tests", "Asks the host for"]);
        seen["byAddress"]!.ToString().ShouldBe("feature-gamma");
        seen["copied"]!.ToString().ShouldMatch("Copied|Selected");
    }

    [Test]
    public void It_is_dark_where_the_system_is_and_fits_a_narrow_window()
    {
        seen["light"]!.ToString().ShouldBe("rgb(251, 251, 250)");
        seen["dark"]!.ToString().ShouldBe("rgb(22, 24, 27)");
        seen["narrowOverflow"]!.GetValue<int>().ShouldBe(0);
    }

    private IEnumerable<string> Names(string key) => seen[key]!.AsArray().Select(name => $"{name}");

    private static async Task<JsonNode> LookAsync(string page)
    {
        var folder = Path.Combine(RepositoryFiles.Root, "tests/Featuresmith.Tests/Reporting/Browser/chromium");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "playwright-core")))
        {
            Assert.Ignore($"playwright-core is not installed; \"npm ci --prefix {folder}\" installs it.");
        }

        var chromium = new[]
        {
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        }.FirstOrDefault(File.Exists);
        if (chromium is null)
        {
            Assert.Ignore("Chromium is not installed, so nobody can look at the page.");
        }

        try
        {
            using var log = new StringWriter();
            var result = await new ProcessRunner(log).RunAsync(
                "node",
                [Path.Combine(folder, "look-at-catalogue.mjs"), chromium!, page],
                default
            );
            result.ExitCode.ShouldBe(0, log.ToString());
            return JsonNode.Parse(result.Output)!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore("Node is not installed, so nobody can drive the browser.");
            throw;
        }
    }
}
