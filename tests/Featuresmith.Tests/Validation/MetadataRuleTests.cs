using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

/// <summary>What the rules FS1xx say of metadata, beyond the one example that each page has.</summary>
public class MetadataRuleTests
{
    [TestCase("FS105", "\"options\": { \"a\": { \"type\": \"string\", \"default\": \"x\\ny\" } }", "has a line end")]
    [TestCase("FS105", "\"options\": { \"a\": { \"type\": \"string\", \"default\": \"x\\ry\" } }", "has a line end")]
    [TestCase("FS105", "\"options\": { \"a\": { \"type\": \"string\", \"default\": \"$HOME\" } }", "has \"$\"")]
    [TestCase("FS105", "\"options\": { \"a\": { \"type\": \"string\", \"default\": \"`id`\" } }", "has \"`\"")]
    [TestCase(
        "FS105",
        "\"options\": { \"a\": { \"type\": \"string\", \"default\": \"\\\"\" } }",
        "has a quotation mark"
    )]
    [TestCase("FS109", "\"legacyIds\": [\"a\"]", "is the Feature's own id")]
    [TestCase("FS109", "\"legacyIds\": [\"b\", \"b\"]", "is listed twice")]
    [TestCase("FS109", "\"legacyIds\": [\"B c\"]", "cannot be the name of a repository")]
    [TestCase("FS109", "\"legacyIds\": [\"b\", \"c\"]", null)]
    [TestCase("FS113", "\"options\": { \"_remote-user\": { \"type\": \"string\" } }", "which the installer sets")]
    [TestCase("FS113", "\"options\": { \"path\": { \"type\": \"string\" } }", "which every program reads")]
    [TestCase("FS121", "\"installsAfter\": [\"./a\"]", "is this Feature")]
    [TestCase("FS121", "\"installsAfter\": [\"./b\"]", null)]
    [TestCase("FS121", "\"installsAfter\": [\"registry.example.test/owner/features/a\"]", "is this Feature")]
    [TestCase("FS122", "\"dependsOn\": { \"./b\": {} }", "is a path")]
    [TestCase("FS122", "\"dependsOn\": { \"owner/repository/b\": {} }", "is no host's")]
    [TestCase("FS122", "\"dependsOn\": { \"whatever\": {} }", "is no full reference")]
    [TestCase("FS122", "\"dependsOn\": { \"https://example.test/devcontainer-feature-b.tgz\": {} }", null)]
    [TestCase("FS122", "\"dependsOn\": { \"registry.example.test/owner/features/b:1\": {} }", null)]
    [TestCase("FS123", "\"dependsOn\": { \"./b\": \"1\" }", "is given a string instead of an object")]
    [TestCase("FS123", "\"dependsOn\": { \"./b\": { \"x\": [1] } }", "is given an array")]
    [TestCase("FS123", "\"dependsOn\": { \"./b\": { \"x\": \"y\", \"z\": true } }", null)]
    [TestCase("FS128", "\"mounts\": [{ \"type\": \"bind\", \"target\": \"/t\" }]", "a bind mount has no source")]
    [TestCase("FS128", "\"mounts\": [{ \"type\": \"bind\", \"source\": \"\", \"target\": \"/t\" }]", "has no source")]
    [TestCase(
        "FS128",
        "\"mounts\": [{ \"type\": \"volume\", \"source\": \"v\", \"target\": \"t\" }]",
        "not an absolute path"
    )]
    [TestCase(
        "FS128",
        "\"mounts\": [{ \"type\": \"volume\", \"source\": \"v,w\", \"target\": \"/t\" }]",
        "has a comma"
    )]
    [TestCase("FS128", "\"mounts\": [{ \"type\": \"volume\", \"source\": \"v\", \"target\": \"${HOME}/t\" }]", null)]
    [TestCase("FS128", "\"mounts\": [{ \"type\": \"volume\", \"source\": \"v\" }, 7]", null)]
    [TestCase("FS132", "\"containerEnv\": { \"1A\": \"x\" }", "is no name for an environment variable")]
    [TestCase("FS132", "\"containerEnv\": { \"A\": \"x\\ny\" }", "has a line end")]
    [TestCase("FS132", "\"containerEnv\": { \"A\": \"x\\ry\" }", "has a line end")]
    [TestCase("FS134", "\"containerEnv\": { \"A\": \"${containerEnv:B}\" }", "is not replaced")]
    [TestCase("FS134", "\"containerEnv\": { \"A\": \"${localEnv:B:c}\" }", "is not replaced")]
    [TestCase("FS134", "\"containerEnv\": { \"A\": 7, \"B\": \"${PATH}\" }", null)]
    [TestCase("FS135", "\"entrypoint\": \"start.sh\"", "by its absolute path")]
    [TestCase("FS135", "\"entrypoint\": \"/tmp/start.sh\"", "lies in /tmp")]
    [TestCase("FS135", "\"entrypoint\": \"exec /usr/local/share/start.sh\"", null)]
    [TestCase("FS135", "\"entrypoint\": \"${HOME}/start.sh\"", null)]
    [TestCase("FS137", "\"customizations\": { \"extensions\": [] }", "name of a tool is expected")]
    [TestCase("FS137", "\"customizations\": { \"vscode\": { \"extensions\": [\"python\"] } }", "is no extension's id")]
    [TestCase("FS137", "\"customizations\": { \"vscode\": { \"extensions\": [\"-a.b\", \"a.b@1.0\"] } }", null)]
    [TestCase("FS139", "\"deprecated\": true, \"description\": \"Old\"", "does not say what to use instead")]
    [TestCase("FS139", "\"deprecated\": true", "does not say what to use instead")]
    [TestCase("FS139", "\"deprecated\": true, \"description\": \"Use b\"", null)]
    [TestCase("FS139", "\"deprecated\": false", null)]
    [TestCase("FS140", "\"licenseURL\": \"http://example.test\"", "is not an absolute https URL")]
    [TestCase("FS140", "\"licenseURL\": \"LICENSE\"", "is not an absolute https URL")]
    [TestCase("FS140", "\"licenseURL\": \"https://\"", "is not an absolute https URL")]
    [TestCase("FS140", "\"licenseURL\": \"https:///path\"", "is not an absolute https URL")]
    [TestCase("FS140", "\"licenseURL\": \"https://example.test/a b\"", "is not an absolute https URL")]
    [TestCase("FS140", "\"licenseURL\": \"https://example.test/<id>\"", "is not an absolute https URL")]
    [TestCase("FS140", "\"licenseURL\": \"https://example.test/\\\"\"", "is not an absolute https URL")]
    [TestCase("FS140", "\"licenseURL\": \"HTTPS://example.test/licence#mit\"", null)]
    [TestCase(
        "FS104",
        "\"options\": { \"a\": { \"type\": \"string\", \"enum\": [], \"default\": \"x\" } }",
        "is not one of"
    )]
    [TestCase("FS117", "\"options\": { \"a\": { \"type\": \"string\", \"enum\": [\"true\", \"no\"] } }", null)]
    [TestCase("FS138", "\"capAdd\": [\"CAP_SYS_PTRACE\"]", "CAP_SYS_PTRACE")]
    [TestCase("FS141", "\"description\": \"See [here](https://example.test)\"", "has markup")]
    [TestCase("FS141", "\"description\": \"Less < more > less\"", null)]
    public void A_rule_says_what_is_wrong_and_nothing_of_what_is_right(string rule, string members, string? message)
    {
        using var collection = new SmallCollection().Feature("a", members);
        var found = collection.Found(rule);
        if (message is null)
        {
            found.ShouldBeEmpty();
        }
        else
        {
            found.ShouldHaveSingleItem().ShouldContain(message);
        }
    }

    [TestCase("FS502", "/var/run/docker.sock", "mounts the host's /var/run/docker.sock,")]
    [TestCase(
        "FS502",
        "${localEnv:SOCKET:/var/run/docker.sock}",
        "mounts the host's /var/run/docker.sock (unless SOCKET is set there)"
    )]
    [TestCase("FS502", "${localEnv:SOCKET}", null)]
    [TestCase("FS507", "/etc/", "mounts the host's /etc/ into")]
    [TestCase("FS507", "/srv", null)]
    [TestCase("FS507", "${localEnv:FOLDER:/var/run}", "mounts the host's /var/run (unless FOLDER is set there)")]
    [TestCase("FS507", "${env:FOLDER:/var/run:/srv}", "mounts the host's /var/run (unless FOLDER is set there)")]
    [TestCase("FS507", "${localEnv:ROOT:/}${localEnv:FOLDER:etc}", "mounts the host's /etc (unless ROOT is set there)")]
    [TestCase("FS507", "${localEnv:FOLDER:/srv/cache}", null)]
    [TestCase("FS507", "${localEnv:FOLDER:/srv:/etc}", null)]
    [TestCase("FS507", "${localEnv:FOLDER:}", null)]
    [TestCase("FS507", "${localEnv:HOME}/", null)]
    [TestCase("FS507", "${localWorkspaceFolder}/etc", null)]
    public void A_bind_mount_of_what_is_the_host_s_is_seen_through_a_variable_s_default(
        string rule,
        string source,
        string? message
    ) =>
        A_rule_says_what_is_wrong_and_nothing_of_what_is_right(
            rule,
            $"\"mounts\": [{{ \"type\": \"bind\", \"source\": \"{source}\", \"target\": \"/t\" }}]",
            message
        );

    [TestCase("1.0.0+build", "has a build part, and \"+\" cannot stand in a tag")]
    [TestCase("+1.0.0", "is not a semantic version")]
    [TestCase("1.0+build", "is not a semantic version")]
    [TestCase("v1.0.0", "is not a semantic version")]
    [TestCase("1.0", "is not a semantic version")]
    [TestCase("01.0.0", "is not a semantic version")]
    [TestCase(" 1.0.0", "is not a semantic version")]
    [TestCase("1.0.0-rc.1", null)]
    public void A_version_is_semantic_and_can_be_a_tag(string version, string? message)
    {
        using var collection = Plain("a", $"{{ \"id\": \"a\", \"version\": \"{version}\", \"name\": \"A\" }}");
        var found = collection.Found("FS103");
        if (message is null)
        {
            found.ShouldBeEmpty();
        }
        else
        {
            found.ShouldHaveSingleItem().ShouldContain(message);
        }
    }

    [TestCase("Go", "FS107")]
    [TestCase("go lang", "FS107")]
    [TestCase("go--lang-", "FS107")]
    [TestCase("go_lang.x-1", null)]
    [TestCase("", null)]
    public void An_id_can_be_the_name_of_a_repository(string id, string? rule)
    {
        using var collection = Plain("a", $"{{ \"id\": \"{id}\", \"version\": \"1.0.0\", \"name\": \"A\" }}");
        collection.Found("FS107").Count.ShouldBe(rule is null ? 0 : 1);
    }

    [TestCase("7")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("")]
    public void Metadata_that_is_no_object_or_has_nothing_in_it_stops_no_rule(string json)
    {
        using var collection = Plain("a", json);
        collection
            .Feature("b", "\"dependsOn\": { \"./a\": {} }")
            .Scenarios(
                "a",
                """
                {
                  "uses": { "image": "i", "features": { "a": { "x": 1, "y": "z" }, "b": "1", "./a": true } },
                  "none": { "image": "i", "features": [] },
                  "no": 7
                }
                """,
                "uses",
                "duplicate"
            );
        // What the schema and the reader say of the file is all that is said of it.
        collection
            .Found()
            .Where(finding => finding.StartsWith("src/a/", StringComparison.Ordinal))
            .ShouldAllBe(finding => finding.Contains("FS101") || finding.Contains("FS001"));
    }

    private static SmallCollection Plain(string id, string json)
    {
        var collection = new SmallCollection();
        collection.Folder.Write($"src/{id}/devcontainer-feature.json", json);
        collection.Folder.Write($"src/{id}/install.sh", "#!/bin/sh\nset -e\ntrue\n");
        collection.Folder.Write($"test/{id}/test.sh", "#!/bin/sh\ntrue\n");
        return collection;
    }
}
