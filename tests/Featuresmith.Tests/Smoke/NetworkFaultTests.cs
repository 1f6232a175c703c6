using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Smoke;

public class NetworkFaultTests
{
    [TestCase("curl: (6) Could not resolve host: mirror.example.test")]
    [TestCase("E: Failed to fetch http://mirror.example.test/x  Connection timed out")]
    [TestCase("502 Bad Gateway")]
    public void What_only_a_failing_network_prints_is_its_fault(string line) =>
        NetworkFault.In($"before\n{line}\nafter\n").ShouldBeTrue();

    [TestCase("E: Unable to locate package no-such-package")]
    [TestCase("curl: (22) The requested URL returned error: 404")]
    [TestCase("")]
    public void What_a_Feature_does_wrong_is_not(string line) =>
        NetworkFault.In($"before\n{line}\nafter\n").ShouldBeFalse();

    [TestCase("Get:1 http://mirror.example.test/debian bookworm InRelease [151 kB]")]
    [TestCase("Ign:2 https://mirror.example.test/debian bookworm-updates InRelease\n")]
    [TestCase("line\nErr:3 http://mirror.example.test/debian bookworm InRelease\r\n")]
    public void A_transcript_may_break_off_while_apt_fetches(string end) =>
        NetworkFault.BreaksOffIn(end).ShouldBeTrue();

    [TestCase("Get:1 http://mirror.example.test/debian bookworm InRelease [151 kB]\nReading package lists...")]
    [TestCase("a test that waits for ever")]
    [TestCase("Get:1 nothing")]
    public void Or_elsewhere(string end) => NetworkFault.BreaksOffIn(end).ShouldBeFalse();
}
