using Featuresmith.Definitions;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Definitions;

public class OptionEnvironmentNameTests
{
    // Vectors of the specification's and the CLI's rule (containerFeatures.ts, getSafeId).
    [TestCase("version", "VERSION")]
    [TestCase("dockerDashComposeVersion", "DOCKERDASHCOMPOSEVERSION")]
    [TestCase("with-executables-from", "WITH_EXECUTABLES_FROM")]
    [TestCase("2.0", "_")]
    [TestCase("1st", "_ST")]
    [TestCase("__x", "_X")]
    [TestCase("é", "_")]
    [TestCase("😀x", "_X")]
    [TestCase("", "")]
    public void An_option_id_becomes_the_variable_that_the_CLI_makes_of_it(string id, string expected) =>
        OptionEnvironmentName.For(id).ShouldBe(expected);
}
