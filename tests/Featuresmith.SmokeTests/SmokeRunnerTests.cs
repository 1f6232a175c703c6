using Featuresmith.Diagnostics;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>The runner itself, on a Feature that does next to nothing, in real containers.</summary>
[NonParallelizable]
public class SmokeRunnerTests
{
    private ContainerEngine engine = null!;
    private SmallCollection files = null!;
    private IReadOnlyList<string> before = null!;

    [OneTimeSetUp]
    public async Task FindEngine() => engine = await Host.EngineAsync();

    [SetUp]
    public async Task MakeCollection()
    {
        files = new SmallCollection();
        before = await Host.LeftoversAsync();
    }

    [TearDown]
    public async Task NothingIsLeft()
    {
        files.Dispose();
        (await Host.LeftoversAsync()).ShouldBe(before);
    }

    [Test]
    public async Task A_Feature_whose_checks_pass_passes_without_any_registry()
    {
        files.Script(
            "test.sh",
            "check 'greeting' grep -qx hi /etc/greeting\ncheck 'mount' test -d /greetings\nreportResults"
        );
        var result = (await RunAsync()).ShouldHaveSingleItem();
        result.Passed.ShouldBeTrue(result.Reason);
        var log = await File.ReadAllTextAsync(result.LogFile!);
        log.ShouldMatch(@"::featuresmith check pass \d+ greeting");
    }

    [Test]
    public async Task A_failing_check_fails_the_case_and_the_log_says_which()
    {
        files.Script("loud.sh", "check 'is loud' grep -qx LOUD /etc/greeting || true\nreportResults");
        files.Scenario("scenarios.json", "loud", "quiet");
        var result = (await RunAsync()).ShouldHaveSingleItem();
        result.Reason.ShouldBe("loud.sh ended with 1");
        (await File.ReadAllTextAsync(result.LogFile!)).ShouldContain("::featuresmith check fail");
    }

    [Test]
    public async Task An_install_script_that_fails_is_a_failed_case_and_the_next_one_still_runs()
    {
        files.Script("shout.sh", "reportResults");
        files.Script("test.sh", "check 'yes' true\nreportResults");
        files.Scenario("scenarios.json", "shout", "shout");
        var results = await RunAsync();
        results.Select(result => (result.Case.Scenario, result.Passed)).ShouldBe([("test", true), ("shout", false)]);
        results[1].Reason.ShouldNotBeNullOrEmpty();
    }

    [TestCase("shout", "no shouting here", null)]
    [TestCase("shout", "no whispering", "it failed as it should, but without saying \"no whispering\"")]
    [TestCase("hi", "no shouting here", "the container came up, and it should not have")]
    public async Task An_expected_failure_has_to_fail_and_to_say_why(string greeting, string failsWith, string? reason)
    {
        files.Scenario(
            "failing-scenarios.json",
            "shouting",
            greeting,
            $$"""{ "featuresmith": { "failsWith": "{{failsWith}}" } }"""
        );
        var result = (await RunAsync()).ShouldHaveSingleItem();
        result.Reason.ShouldBe(reason);
    }

    [Test]
    public async Task A_host_script_can_stop_and_start_the_container_and_run_others_beside_it()
    {
        files.Script(
            "again.host.sh",
            """
            check 'restart' "$ENGINE" restart --time 0 "$CONTAINER_ID"
            check 'another' "$ENGINE" run --label "$CASE_LABEL" --volume "${CASE_NAME}data:/data" "$BASE_IMAGE" true
            check 'tag' "$ENGINE" tag "$BASE_IMAGE" "${CASE_NAME}image"
            check 'network' "$ENGINE" network create "${CASE_NAME}net"
            reportResults
            """
        );
        files.Scenario("scenarios.json", "again", "hi");
        var result = (await RunAsync()).ShouldHaveSingleItem();
        result.Passed.ShouldBeTrue(result.Reason);
        result.Checks.Select(check => check.Label).ShouldBe(["restart", "another", "tag", "network"]);
    }

    [Test]
    public async Task A_base_image_that_nobody_has_is_said_once_for_all_and_begins_no_case()
    {
        files.Script("test.sh", "check 'yes' true\nreportResults");
        var result = (await RunAsync(image: "nobody.invalid/has:it")).ShouldHaveSingleItem();
        var reason = result.Reason.ShouldNotBeNull();
        reason.ShouldStartWith("the engine neither has the base image nobody.invalid/has:it nor can fetch it (");
        reason.ShouldContain("-i names another");
        result.LogFile.ShouldBeNull();
    }

    [Test]
    public async Task A_scenario_without_a_script_fails_and_names_the_file_to_write()
    {
        files.Scenario("scenarios.json", "loud", "hi");
        (await RunAsync()).ShouldHaveSingleItem().Reason.ShouldBe("scenario \"loud\" has no script test/hello/loud.sh");
    }

    [Test]
    public async Task A_file_that_cannot_be_read_fails_the_cases_that_need_it_and_not_the_run()
    {
        files.Script("test.sh", "check 'yes' true\nreportResults");
        files.Script("loud.sh", "check 'yes' true\nreportResults");
        files.Scenario("scenarios.json", "loud", "hi");
        // Every case gets the whole test folder, and this link in it leads nowhere.
        var own = Directory.CreateDirectory(Path.Combine(files.Root, "test", "hello", "loud"));
        File.CreateSymbolicLink(Path.Combine(own.FullName, "gone"), Path.Combine(files.Root, "nowhere"));
        var results = await RunAsync();
        results.Select(result => result.Case.Scenario).ShouldBe(["test", "loud"]);
        results.ShouldAllBe(result => result.Reason!.Contains("gone"));
    }

    [Test]
    public async Task A_test_that_hangs_is_ended_when_its_time_is_over()
    {
        files.Script("test.sh", "sleep 3600");
        var result = (await RunAsync(TimeSpan.FromSeconds(25))).ShouldHaveSingleItem();
        result.Reason.ShouldBe("did not end within 0.4 minutes");
    }

    [Test]
    public async Task A_test_script_that_kills_its_own_shell_fails()
    {
        files.Script("test.sh", "check 'yes' true\nkill -KILL $$");
        var result = (await RunAsync()).ShouldHaveSingleItem();
        result.Reason.ShouldNotBeNull().ShouldStartWith("test.sh ended with ");
        result.Checks.ShouldHaveSingleItem().Passed.ShouldBeTrue();
    }

    [Test]
    public async Task A_cancelled_run_removes_what_it_made()
    {
        files.Script("test.sh", "check 'started' true\nsleep 3600");
        using var cancellation = new CancellationTokenSource();
        var run = RunAsync(cancellation: cancellation.Token);
        await Until.ScriptSleepsAsync();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => run);
    }

    [Test]
    public async Task Two_runs_at_once_do_not_touch_each_other()
    {
        files.Script("test.sh", "check 'greeting' grep -qx hi /etc/greeting\nreportResults");
        var runs = await Task.WhenAll(RunAsync(), RunAsync());
        runs.SelectMany(results => results).ShouldAllBe(result => result.Passed);
    }

    private async Task<IReadOnlyList<SmokeResult>> RunAsync(
        TimeSpan? timeout = null,
        string image = Host.BaseImage,
        CancellationToken cancellation = default
    )
    {
        var collection = SmokeCollection.Find(files.Root)!;
        var cases = new SmokePlan(collection, new DiagnosticBag()).Cases(["hello"], [], [image]);
        var logs = Path.Combine(files.Root, $"logs-{Guid.NewGuid():N}");
        var settings = new SmokeSettings(logs, Jobs: 1, timeout ?? TimeSpan.FromMinutes(5));
        return await new SmokeRunner(collection, engine, settings).RunAsync(cases, _ => { }, _ => { }, cancellation);
    }
}
