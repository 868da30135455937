package duixian.service.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// One sentence for whatever went wrong before or behind a controller.
@Controller
class ErrorPages implements ErrorController {
  @RequestMapping("/error")
  Answer error(HttpServletRequest request) {
    var status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    return path.startsWith("/api/")
        ? new Answer.Json(Map.of("错误", List.of(sentence(status))))
        : new Answer.Page("出错了", "site/error", new Answer.Problem(status, sentence(status)));
  }

  private static String sentence(int status) {
    return switch (status) {
      case 400 -> "请求里有写错的内容；请回到上一页改正后再试";
      case 403 -> "您的角色不能打开这个页面，或这个页面放得太久了；请刷新后再试，或换一个账号登录";
      case 404 -> "没有这个页面；请从左边的目录重新进入";
      case 405 -> "这个地址不能这样打开；请从页面上的按钮进入";
      case 413 -> "上传的内容超过 20 MB；请压缩或分成几个文件";
      case 429 -> "试得太多了；请过几分钟再登录";
      default -> status >= 500 ? "服务出错了，原因已经记下；请稍后再试" : "请求不能办理；请回到上一页再试";
    };
  }
}
