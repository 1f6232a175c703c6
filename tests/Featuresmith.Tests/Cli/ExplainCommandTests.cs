using Featuresmith.Cli;
using Featuresmith.Diagnostics;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class ExplainCommandTests
{
    [TestCase("FS104")]
    [TestCase("fs104")]
    [TestCase("default-in-enum")]
    public async Task A_rule_is_explained_by_code_or_name(string wanted) =>
        (await CommandLine.RunAsync("explain", wanted)).ShouldBe(
            new CommandLine(ExitCode.Clean, RulePage.Read(RuleNames.Find("FS104")!), "")
        );

    [TestCase("default-in-enun", "default-in-enum")]
    [TestCase("shbang", "shebang")]
    [TestCase("FS7012", "FS701")]
    public async Task A_misspelt_rule_is_a_usage_error_that_names_the_nearest(string wanted, string meant)
    {
        var run = await CommandLine.RunAsync("explain", wanted);
        run.ShouldBe(
            new CommandLine(
                ExitCode.Usage,
                "",
                $"featuresmith: there is no rule \"{wanted}\"; did you mean \"{meant}\"?\n"
            )
        );
    }

    [Test]
    public async Task What_is_like_no_rule_is_answered_with_where_the_rules_are() =>
        (await CommandLine.RunAsync("explain", "whatever")).Error.ShouldBe(
            "featuresmith: there is no rule \"whatever\"; the README lists the rules\n"
        );

    [TestCase("shebang", "shebnag", true)]
    [TestCase("shebang", "hebang", true)]
    [TestCase("shebang", "SHEBANG", true)]
    [TestCase("shebang", "shall", false)]
    [TestCase("tls", "tlls", true)]
    [TestCase("tls", "abc", false)]
    [TestCase("", "x", true)]
    public void A_slip_in_three_characters_is_near(string candidate, string word, bool isNear) =>
        Spelling.Nearest(word, [candidate]).ShouldBe(isNear ? candidate : null);
}
