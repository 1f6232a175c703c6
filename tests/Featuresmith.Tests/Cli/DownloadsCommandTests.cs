using System.Security.Cryptography;
using System.Text;
using Featuresmith.Cli;
using Featuresmith.Tests.Downloads;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class DownloadsCommandTests
{
    private const string Lock = "templates/hello/downloads.lock.jsonc";

    [Test]
    public async Task Every_version_for_every_machine_is_pinned_and_a_second_run_changes_nothing()
    {
        using var server = new FileServer((path, _) => (200, "application/gzip", Encoding.UTF8.GetBytes(path)));
        using var repository = With(server, "\"1.0\", \"2.0\"", "\"x86_64\", \"aarch64\"");

        var first = await Update(repository);
        var text = repository.Folder.Read(Lock);
        var second = await Update(repository);

        first.Code.ShouldBe(ExitCode.Clean, first.Error);
        first.Output.ShouldEndWith("4 pinned\n");
        text.ShouldContain($"  \"tool-2.0-aarch64.tgz\": \"{Sum("/aarch64/tool-2.0.tgz")}\"");
        second.Output.ShouldEndWith("4 same\n");
        repository.Folder.Read(Lock).ShouldBe(text);
    }

    [Test]
    public async Task Offline_nobody_is_asked_and_nothing_is_written()
    {
        using var server = new FileServer((_, _) => throw new InvalidOperationException("asked"));
        using var repository = With(server, "\"1.0\"", "\"x86_64\"");
        var run = await Update(repository, "--offline");
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("needs the network");
        File.Exists(Path.Combine(repository.Folder.Path, Lock)).ShouldBeFalse();
    }

    [Test]
    public async Task A_file_that_changed_under_its_name_keeps_its_checksum_until_replace_says_otherwise()
    {
        using var server = new FileServer((_, _) => (200, "application/gzip", "new"u8.ToArray()));
        using var repository = With(server, "\"1.0\"", "\"x86_64\"");
        var before = $"{{\n  \"tool-1.0-x86_64.tgz\": \"{Sum("old")}\"\n}}\n";
        repository.Folder.Write(Lock, before);

        var refused = await Update(repository);
        refused.Code.ShouldBe(ExitCode.Findings);
        refused.Output.ShouldContain($"different   tool-1.0-x86_64.tgz  {Sum("new")}");
        repository.Folder.Read(Lock).ShouldBe(before);

        (await Update(repository, "--replace")).Code.ShouldBe(ExitCode.Clean);
        repository.Folder.Read(Lock).ShouldContain(Sum("new"));
    }

    [Test]
    public async Task What_cannot_be_fetched_is_said_and_the_rest_is_pinned()
    {
        using var server = new FileServer(
            (path, _) => path.Contains("1.0") ? (404, "text/plain", []) : (200, "application/gzip", "two"u8.ToArray())
        );
        using var repository = With(server, "\"1.0\", \"2.0\"", "\"x86_64\"");

        var run = await Update(repository);

        run.Code.ShouldBe(ExitCode.Environment);
        run.Output.ShouldContain(
            "unreachable tool-1.0-x86_64.tgz  Response status code does not indicate success: 404"
        );
        repository.Folder.Read(Lock).ShouldBe($"{{\n  \"tool-2.0-x86_64.tgz\": \"{Sum("two")}\"\n}}\n");
        server.Asked("/x86_64/tool-1.0.tgz").ShouldBe(1);
    }

    [Test]
    public async Task A_server_in_trouble_is_asked_again()
    {
        using var server = new FileServer(
            (_, before) => before == 0 ? (503, "text/plain", []) : (200, "application/gzip", "late"u8.ToArray())
        );
        using var repository = With(server, "\"1.0\"", "\"x86_64\"");

        (await Update(repository)).Code.ShouldBe(ExitCode.Clean);
        server.Asked("/x86_64/tool-1.0.tgz").ShouldBe(2);
    }

    [Test]
    public async Task A_page_is_no_archive()
    {
        using var server = new FileServer((_, _) => (200, "text/html", "<p>sign in</p>"u8.ToArray()));
        using var repository = With(server, "\"1.0\"", "\"x86_64\"");

        var run = await Update(repository);

        run.Code.ShouldBe(ExitCode.Environment);
        run.Output.ShouldContain("the answer is an HTML page, not a file");
        File.Exists(Path.Combine(repository.Folder.Path, Lock)).ShouldBeFalse();
    }

    [Test]
    public async Task Nothing_to_pin_and_an_unknown_id_are_usage_errors()
    {
        using var repository = new SmallRepository();

        var none = await Update(repository);
        none.Code.ShouldBe(ExitCode.Usage);
        none.Error.ShouldContain("has \"downloads\", so there is nothing to pin");
        (await Update(repository, "-f", "nobody")).Error.ShouldContain(
            "there is no definition of nobody; defined are hello"
        );
    }

    [Test]
    public async Task A_lock_file_that_install_sh_could_not_read_is_left_alone()
    {
        using var server = new FileServer((_, _) => (200, "application/gzip", []));
        using var repository = With(server, "\"1.0\"", "\"x86_64\"");
        repository.Folder.Write(Lock, "{ \"a\": 1 }\n");

        var run = await Update(repository);

        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("downloads.lock.jsonc: line 1 is neither");
        repository.Folder.Read(Lock).ShouldBe("{ \"a\": 1 }\n");
    }

    private static SmallRepository With(FileServer server, string versions, string machines)
    {
        var repository = new SmallRepository();
        var downloads =
            $"\"downloads\": [{{ \"name\": \"tool-{{version}}-{{machine}}.tgz\", \"url\": \"{server.Url}/{{machine}}/tool-{{version}}.tgz\", "
            + $"\"versions\": [{versions}], \"machines\": [{machines}] }}],\n  \"scenarios\"";
        repository.Folder.Write(
            "templates/hello/feature.jsonc",
            SmallRepository.Definition.Replace("\"scenarios\"", downloads, StringComparison.Ordinal)
        );
        return repository;
    }

    private static Task<CommandLine> Update(SmallRepository repository, params string[] more) =>
        CommandLine.RunAsync(["downloads", "update", "-p", repository.Folder.Path, .. more]);

    private static string Sum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
