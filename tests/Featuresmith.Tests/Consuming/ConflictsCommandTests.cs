using Featuresmith.Cli;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Consuming;

public class ConflictsCommandTests
{
    private const string Dind = $"{Workspace.Ours}/docker-in-docker:1";
    private const string Dood = $"{Workspace.Ours}/docker-outside-of-docker:1";

    private Workspace workspace = null!;

    [SetUp]
    public void MakeWorkspace() => workspace = new Workspace();

    [TearDown]
    public void RemoveWorkspace() => workspace.Dispose();

    [Test]
    public async Task Two_of_ours_that_conflict_block_the_write_until_it_is_allowed()
    {
        workspace.WithFeatures(Dind);
        var before = workspace.Text;
        var run = await workspace.EditAsync("add", "docker-outside-of-docker");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain(
            "\"docker-in-docker\" conflicts with \"docker-outside-of-docker\": both own /var/run/docker.sock"
        );
        run.Output.ShouldContain("declared here");
        run.Error.ShouldContain("--allow-conflict");
        workspace.Text.ShouldBe(before);

        var allowed = await workspace.EditAsync("add", "docker-outside-of-docker", "--allow-conflict");
        allowed.Code.ShouldBe(ExitCode.Clean);
        allowed.Output.ShouldContain("FS326");
        workspace.Text.ShouldContain(Dood);
    }

    [Test]
    public async Task A_conflict_is_refused_in_json_too()
    {
        workspace.WithFeatures(Dind);
        var run = await workspace.EditAsync("add", "docker-outside-of-docker", "--json");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("\"written\": false");
        run.Output.ShouldContain("\"rule\": \"FS326\"");
    }

    [Test]
    public async Task What_was_wrong_before_does_not_block_something_else()
    {
        workspace.WithFeatures(Dind, Dood).WithLocal("hello");
        (await workspace.EditAsync("add", "./hello")).Code.ShouldBe(ExitCode.Clean);
        (await workspace.RunAsync("conflicts")).Code.ShouldBe(ExitCode.Findings);
    }

    [Test]
    public async Task An_existing_file_without_conflicts_is_told_so()
    {
        var run = await workspace.WithFeatures(Dind).RunAsync("conflicts");
        run.ShouldBe(run with { Code = ExitCode.Clean, Error = "" });
        run.Output.ShouldEndWith("devcontainer.json: no conflicts among 1 Feature\n");
    }

    [Test]
    public async Task What_nobody_knows_is_named_and_not_passed_over()
    {
        var run = await workspace.WithFeatures(Dind, "registry.example.test/other/thing:1").RunAsync("conflicts");
        run.Code.ShouldBe(ExitCode.Clean);
        run.Error.ShouldBe("not looked at: registry.example.test/other/thing:1: nobody was asked what it brings\n");
        run.Output.ShouldContain("as far as is known: 1 not looked at");
    }

    [TestCase("docker-outside-of-docker")]
    [TestCase("docker-from-docker")]
    public async Task Another_collections_Feature_is_known_by_its_name_where_nobody_is_asked(string id)
    {
        var run = await workspace.WithFeatures(Dind, $"registry.example.test/other/{id}:1").RunAsync("conflicts");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("FS326");
    }

    [TestCase(
        "\"mounts\": [{ \"source\": \"/var/run/docker.sock\", \"target\": \"/var/run/docker-host.sock\", \"type\": \"bind\" }]"
    )]
    [TestCase("\"mounts\": [\"source=/var/run,target=/host-run,type=bind\"]")]
    public async Task Another_Feature_is_known_by_the_mount_of_the_hosts_engine_whatever_it_is_called(string metadata)
    {
        var run = await workspace
            .WithFeatures(Dind, "./borrowed")
            .WithLocal("borrowed", metadata)
            .RunAsync("conflicts");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("\"borrowed\", which does the work of docker-outside-of-docker");
    }

    [Test]
    public async Task Two_others_that_do_the_work_of_ours_conflict_as_ours_do()
    {
        workspace
            .WithFeatures("./engine", "./borrowed")
            .WithLocal(
                "engine",
                "\"privileged\": true, \"mounts\": [\"source=data,target=/var/lib/docker,type=volume\"]"
            )
            .WithLocal("borrowed", "\"mounts\": [\"source=/var/run/docker.sock,target=/var/run/host.sock,type=bind\"]");
        var run = await workspace.RunAsync("conflicts");
        run.Output.ShouldContain(
            "\"engine\", which does the work of docker-in-docker, conflicts with \"borrowed\", which does the work of docker-outside-of-docker,"
        );
    }

    [TestCase("\"entrypoint\": \"/start.sh\"", "FS321")]
    [TestCase("\"mounts\": [\"source=X,target=/data,type=volume\"]", "FS322")]
    [TestCase("\"containerEnv\": { \"HOME_OF\": \"X\" }", "FS324")]
    public async Task Two_owners_of_one_thing_block_the_write(string metadata, string rule)
    {
        workspace.WithFeatures("./one");
        foreach (var id in new[] { "one", "two" })
        {
            workspace.WithLocal(id, metadata.Replace("X", id, StringComparison.Ordinal));
        }

        var run = await workspace.EditAsync("add", "./two");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain(rule);
    }

    [TestCase("\"mounts\": [\"source=/var/run/docker.sock,target=/var/run/docker.sock,type=bind\"]", true)]
    [TestCase(
        "\"mounts\": [{ \"type\": \"bind\", \"source\": \"/run/docker.sock\", \"target\": \"/run/docker.sock\" }]",
        true
    )]
    [TestCase("\"runArgs\": [\"-v\", \"/var/run/docker.sock:/var/run/docker.sock\"]", true)]
    [TestCase("\"runArgs\": [\"--volume=/var/run/docker.sock:/var/run/docker.sock:ro\"]", true)]
    [TestCase(
        "\"runArgs\": [\"--mount\", \"type=bind,source=/var/run/docker.sock,target=/var/run/docker.sock\"]",
        true
    )]
    [TestCase("\"runArgs\": [\"-v/var/run/docker.sock:/var/run/docker.sock\"]", true)]
    [TestCase("\"runArgs\": [\"--network=host\", \"-v\"]", false)]
    [TestCase("\"mounts\": [\"source=/var/run/docker.sock,target=/srv/engine,type=bind\"]", false)]
    [TestCase("\"mounts\": [\"source=mine,target=/var/lib/docker,type=volume\"]", false)]
    public async Task The_files_own_mount_of_a_socket_conflicts_with_an_engine_that_makes_it(
        string property,
        bool conflict
    )
    {
        workspace.With($"{{ \"image\": \"x\", {property} }}");
        var run = await workspace.EditAsync("add", "docker-in-docker");
        run.Code.ShouldBe(conflict ? ExitCode.Findings : ExitCode.Clean, run.Output);
        if (conflict)
        {
            run.Output.ShouldContain("\"devcontainer.json\"");
            run.Output.ShouldContain("/run/docker.sock");
        }
    }

    [TestCase("\"containerEnv\": { \"DOCKER_HOST\": \"tcp://elsewhere:2375\" }", true)]
    [TestCase("\"remoteEnv\": { \"DOCKER_HOST\": \"tcp://elsewhere:2375\" }", true)]
    [TestCase("\"runArgs\": [\"-e\", \"DOCKER_HOST=tcp://elsewhere:2375\"]", true)]
    [TestCase("\"containerEnv\": { \"DOCKER_HOST\": \"unix:///run/docker-in-docker-rootless/docker.sock\" }", false)]
    [TestCase("\"containerEnv\": { \"OTHER\": \"x\" }", false)]
    public async Task The_files_own_variable_conflicts_with_a_Features_other_value(string property, bool conflict)
    {
        workspace.With($"{{ \"image\": \"x\", {property} }}");
        var run = await workspace.EditAsync("add", "docker-in-docker-rootless");
        run.Code.ShouldBe(conflict ? ExitCode.Findings : ExitCode.Clean, run.Output);
    }

    [TestCase("volumes: [\"/var/run/docker.sock:/var/run/docker.sock\"]", "FS325")]
    [TestCase(
        "volumes:\n      - type: bind\n        source: ${SOCKET:-/var/run/docker.sock}\n        target: /var/run/docker.sock",
        "FS325"
    )]
    [TestCase("volumes: [\"data:/var/lib/docker\"]", "FS322")]
    [TestCase("tmpfs: /var/lib/docker", "FS322")]
    [TestCase("extends: base", "FS325")]
    [TestCase("<<: *base", "FS325")]
    [TestCase("command: sleep infinity", null)]
    public async Task The_service_of_a_compose_file_is_looked_at_too(string service, string? rule)
    {
        workspace
            .With(
                $"{{ \"dockerComposeFile\": [\"../compose.yaml\"], \"service\": \"app\", \"features\": {{ \"{Dind}\": {{}} }} }}"
            )
            .Folder.Write(
                "compose.yaml",
                $"services:\n  base: &base\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock\n  app:\n    image: x\n    {service}\n"
            );
        var run = await workspace.RunAsync("conflicts");
        run.Code.ShouldBe(rule is null ? ExitCode.Clean : ExitCode.Findings, run.Output + run.Error);
        run.Error.ShouldBeEmpty();
        if (rule is not null)
        {
            run.Output.ShouldContain(rule);
            run.Output.ShouldContain("\"service app\"");
            run.Output.ShouldContain("compose.yaml:");
        }
    }

    [Test]
    public async Task Variables_of_a_compose_file_count_and_a_later_file_lies_over_an_earlier()
    {
        workspace.With(
            $"{{ \"dockerComposeFile\": [\"a.yaml\", \"b.yaml\"], \"service\": \"app\", \"features\": {{ \"{Workspace.Ours}/docker-in-docker-rootless:1\": {{}} }} }}"
        );
        workspace.Folder.Write(
            ".devcontainer/a.yaml",
            "services:\n  app:\n    environment:\n      - DOCKER_HOST=tcp://elsewhere:2375\n"
        );
        workspace.Folder.Write(".devcontainer/b.yaml", "services:\n  app:\n    environment:\n      A: b\n");
        (await workspace.RunAsync("conflicts")).Output.ShouldContain("FS324");
        workspace.Folder.Write(
            ".devcontainer/b.yaml",
            "services:\n  app:\n    environment:\n      DOCKER_HOST: unix:///run/docker-in-docker-rootless/docker.sock\n"
        );
        (await workspace.RunAsync("conflicts")).Code.ShouldBe(ExitCode.Clean);
    }

    [TestCase("services: [", "line ")]
    [TestCase("services: { other: { image: x } }", "no compose file that could be read has it")]
    [TestCase("a: &a [*a]", "")]
    [TestCase("", "no compose file that could be read has it")]
    [TestCase("services: { app: { extends: app } }", null)]
    public async Task A_compose_file_that_cannot_be_read_is_named(string yaml, string? said)
    {
        workspace.With("{ \"dockerComposeFile\": \"compose.yaml\", \"service\": \"app\" }");
        workspace.Folder.Write(".devcontainer/compose.yaml", yaml);
        var run = await workspace.RunAsync("conflicts");
        run.Code.ShouldBe(ExitCode.Clean);
        if (said is null)
        {
            run.Error.ShouldBeEmpty();
        }
        else
        {
            run.Error.ShouldStartWith("not looked at: ");
            run.Error.ShouldContain(said);
        }
    }

    [Test]
    public async Task In_Codespaces_the_hosts_sockets_are_missing_and_the_finding_says_the_line_that_helps()
    {
        var run = await workspace.EditAsync("add", "docker-outside-of-docker", "--target", "codespaces");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("FS327");
        run.Output.ShouldContain("\"target\": \"/var/lib/docker-outside-of-docker/host\"");
        workspace.With(
            "{ \"image\": \"x\", \"mounts\": [{ \"source\": \"/var/run/docker.sock\", \"target\": \"/var/lib/docker-outside-of-docker/host\", \"type\": \"bind\" }] }"
        );
        (await workspace.EditAsync("add", "docker-outside-of-docker", "--target", "codespaces")).Code.ShouldBe(
            ExitCode.Clean
        );
    }

    [Test]
    public async Task A_file_that_speaks_to_Codespaces_is_meant_for_it()
    {
        workspace.With("{ \"image\": \"x\", \"customizations\": { \"codespaces\": {} } }");
        var run = await workspace.EditAsync("add", "docker-in-docker-sysbox");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("does not work in Codespaces: Codespaces has no sysbox");
        run.Output.ShouldContain("choose one that does: docker-in-docker, kubernetes-in-docker");
        (await workspace.EditAsync("add", "docker-in-docker")).Code.ShouldBe(ExitCode.Clean);
    }

    [Test]
    public async Task Json_fits_its_schema()
    {
        var run = await workspace.WithFeatures(Dind, Dood).RunAsync("conflicts", "--json");
        run.Code.ShouldBe(ExitCode.Findings);
        var report = JsonSyntaxTree.Parse(new SourceText("report", run.Output), []);
        SchemaCheck.For("report").Check(report.Root!).ShouldBeEmpty();
    }
}
